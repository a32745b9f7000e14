/** Every question and every write of the desk, once, for both engines (DECISIONS.md: one query code). */

import { auditQueries } from './queries/audit';
import { boardQueries } from './queries/board';
import { choiceQueries } from './queries/choices';
import type { Connection, Tables } from './queries/connection';
import { decisionQueries } from './queries/decisions';
import { jobQueries } from './queries/jobs';
import { oldRowQueries } from './queries/old-rows';
import { peopleQueries } from './queries/people';
import { projectionQueries } from './queries/projections';
import { pulseQueries } from './queries/pulse';
import { quarantineQueries } from './queries/quarantine';
import { recordQueries } from './queries/records';
import { saidTextQueries } from './queries/said-texts';
import { settingsQueries } from './queries/settings';
import { tokenQueries } from './queries/tokens';
import { usedCodeQueries } from './queries/used-codes';

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
    ...settingsQueries(db, tables),
    ...peopleQueries(db, tables),
    ...tokenQueries(db, tables),
    ...auditQueries(db, tables),
    ...usedCodeQueries(db, tables),
    ...choiceQueries(db, tables),
    ...jobQueries(db, tables),
    ...oldRowQueries(db, tables),
    ...saidTextQueries(db, tables),
  };
}
