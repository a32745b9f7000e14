/** What a file of cases says of each. */

import type { CaseJson } from '@/domain/case-json';
import type { AllMessages } from '@/messages/all';
import type { Column } from './csv-answer';
import { numberCell, timeCell } from './csv-cells';

export function caseColumns(
  zone: string,
  { find: { columns, states }, outcomes }: AllMessages,
): Column<CaseJson>[] {
  return [
    [columns.caller, ({ caller }) => numberCell(caller)],
    [columns.name, ({ caller }) => caller.name],
    [columns.did, ({ did }) => numberCell(did)],
    [columns.label, ({ did }) => did.label],
    [columns.state, ({ state }) => states[state]],
    [columns.outcome, ({ outcome }) => outcome && outcomes[outcome]],
    [columns.missedCount, ({ missedCount }) => missedCount],
    [columns.firstMissedAt(zone), ({ firstMissedAt }) => timeCell(firstMissedAt, zone)],
    [columns.lastMissedAt(zone), ({ lastMissedAt }) => timeCell(lastMissedAt, zone)],
    [columns.dueAt(zone), ({ dueAt }) => timeCell(dueAt, zone)],
    [columns.attempts, ({ attempts }) => attempts],
    [columns.lastAttemptAt(zone), ({ lastAttemptAt }) => timeCell(lastAttemptAt, zone)],
    [columns.lastAttemptBy, ({ lastAttemptBy }) => lastAttemptBy],
    [columns.claimedBy, ({ claimedBy }) => claimedBy],
    [columns.closedAt(zone), ({ closedAt }) => timeCell(closedAt, zone)],
    [columns.closedBy, ({ closedBy }) => closedBy],
    [columns.note, newestNote],
    [columns.id, ({ id }) => id],
  ];
}

function newestNote({ decisions }: CaseJson): string | null {
  return decisions.find(({ note, undoneAt }) => note !== null && undoneAt === null)?.note ?? null;
}
