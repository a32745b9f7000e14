/** What a file of calls says of each. */

import type { CallRowJson } from '@/domain/call-row';
import type { AllMessages } from '@/messages/all';
import type { Column } from './csv-answer';
import { numberCell, timeCell } from './csv-cells';

export function callColumns(
  zone: string,
  { find: { columns, directions }, verdicts }: AllMessages,
): Column<CallRowJson>[] {
  return [
    [columns.startedAt(zone), ({ startedAt }) => timeCell(startedAt, zone)],
    [columns.direction, ({ direction }) => directions[direction]],
    [columns.verdict, ({ verdict }) => verdicts[verdict]],
    [columns.caller, ({ caller }) => numberCell(caller)],
    [columns.name, ({ caller }) => caller.name],
    [columns.did, ({ did }) => numberCell(did)],
    [columns.label, ({ did }) => did.label],
    [columns.ringSeconds, ({ ringMs }) => ringMs && Math.round(ringMs / 1000)],
    [columns.talkSeconds, ({ talkSeconds }) => talkSeconds],
    [columns.staff, ({ staff }) => staff],
    [columns.caseId, ({ caseId }) => caseId],
    [columns.id, ({ id }) => id],
  ];
}
