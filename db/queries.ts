/** Every question and every write of the desk, once, for both engines (DECISIONS.md: one query code). */

import { alertQueries } from './queries/alerts';
import { auditQueries } from './queries/audit';
import { boardQueries } from './queries/board';
import { callPageQueries } from './queries/call-pages';
import { callerCallQueries } from './queries/caller-calls';
import { callerQueries } from './queries/callers';
import { choiceQueries } from './queries/choices';
import type { Connection, Tables } from './queries/connection';
import { decisionQueries } from './queries/decisions';
import { digestQueries } from './queries/digests';
import { figureQueries } from './queries/figures';
import { jobQueries } from './queries/jobs';
import { oldRowQueries } from './queries/old-rows';
import { peopleQueries } from './queries/people';
import { projectionQueries } from './queries/projections';
import { pulseQueries } from './queries/pulse';
import { quarantineQueries } from './queries/quarantine';
import { recordQueries } from './queries/records';
import { saidTextQueries } from './queries/said-texts';
import { savedViewQueries } from './queries/saved-views';
import { searchQueries } from './queries/search';
import { settingsQueries } from './queries/settings';
import { tokenQueries } from './queries/tokens';
import { usedCodeQueries } from './queries/used-codes';
import { wholeTableQueries } from './queries/whole-tables';

export type Queries = ReturnType<typeof queriesOf>;

/** `db` is a connection or a transaction, `tables` the schema of its engine. */
export function queriesOf(db: Connection, tables: Tables) {
  return {
    ...pulseQueries(db, tables),
    ...recordQueries(db, tables),
    ...quarantineQueries(db, tables),
    ...projectionQueries(db, tables),
    ...decisionQueries(db, tables),
    ...boardQueries(db, tables),
    ...figureQueries(db, tables),
    ...searchQueries(db, tables),
    ...settingsQueries(db, tables),
    ...peopleQueries(db, tables),
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
    ...callerQueries(db, tables),
    ...callerCallQueries(db, tables),
    ...wholeTableQueries(db, tables),
  };
}
