/** Every question and every write of the desk, once, for both engines (DECISIONS.md: one query code). */

import { alertQueries } from './queries/alerts';
import { auditQueries } from './queries/audit';
import { boardCountQueries } from './queries/board-counts';
import { callPageQueries } from './queries/call-pages';
import { callerCallQueries } from './queries/caller-calls';
import { callerQueries } from './queries/callers';
import { casePageQueries } from './queries/case-pages';
import { casePartQueries } from './queries/case-parts';
import { choiceQueries } from './queries/choices';
import type { Connection, Tables } from './queries/connection';
import { decisionQueries } from './queries/decisions';
import { digestQueries } from './queries/digests';
import { figureQueries } from './queries/figures';
import { instantQueries } from './queries/instants';
import { jobQueries } from './queries/jobs';
import { oldRowQueries } from './queries/old-rows';
import { peopleQueries } from './queries/people';
import { projectionQueries } from './queries/projections';
import { pulseQueries } from './queries/pulse';
import { quarantineQueries } from './queries/quarantine';
import { recordQueries } from './queries/records';
import { reportQueries } from './queries/report';
import { reportRowQueries } from './queries/report-rows';
import type { Rows } from './queries/rows';
import { saidTextQueries } from './queries/said-texts';
import { savedViewQueries } from './queries/saved-views';
import { searchQueries } from './queries/search';
import { settingsQueries } from './queries/settings';
import { silenceQueries } from './queries/silence';
import { tokenQueries } from './queries/tokens';
import { usedCodeQueries } from './queries/used-codes';
import { wholeTableQueries } from './queries/whole-tables';

export type Queries = ReturnType<typeof queriesOf>;

/** `db` is a connection or a transaction, `tables` the schema of its engine, `many` its way to save many rows. */
export function queriesOf(db: Connection, tables: Tables, many: Rows) {
  const queries = {
    ...pulseQueries(db, tables),
    ...recordQueries(db, tables, many),
    ...quarantineQueries(db, tables, many),
    ...projectionQueries(db, tables, many),
    ...decisionQueries(db, tables),
    ...casePageQueries(db, tables),
    ...boardCountQueries(db, tables),
    ...instantQueries(db, tables),
    ...figureQueries(db, tables),
    ...searchQueries(db, tables, many),
    ...reportQueries(db, tables),
    ...reportRowQueries(db, tables),
    ...settingsQueries(db, tables),
    ...peopleQueries(db, tables),
    ...silenceQueries(db, tables),
    ...tokenQueries(db, tables),
    ...auditQueries(db, tables),
    ...alertQueries(db, tables),
    ...digestQueries(db, tables),
    ...usedCodeQueries(db, tables),
    ...callPageQueries(db, tables),
    ...savedViewQueries(db, tables),
    ...choiceQueries(db, tables),
    ...jobQueries(db, tables),
    ...oldRowQueries(db, tables),
    ...saidTextQueries(db, tables),
    ...callerQueries(db, tables, many),
    ...callerCallQueries(db, tables),
    ...wholeTableQueries(db, tables),
  };
  return { ...queries, ...casePartQueries(queries) };
}
