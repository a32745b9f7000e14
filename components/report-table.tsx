import type { Figures } from '@/domain/report';
import type { ReportQuery } from '@/domain/report-query';
import type { RowKind } from '@/domain/report-rows';
import type { AllMessages } from '@/messages/all';
import { medianWord, rateWord, rowsAddress } from './report-words';
import { RowLink } from './row-link';
import { counted } from './when';

type Row = {
  key: string;
  word: string;
  /** Of the rows behind its numbers. */
  query: ReportQuery;
  figures: Figures;
};

type Props = { heading: string; first: string; rows: Row[]; withCalls: boolean; m: AllMessages };

/** The figures of each number or person in a row, each number a way to its rows. */
export function ReportTable({ heading, first, rows, withCalls, m }: Props) {
  const { reports } = m;
  if (rows.length === 0) return <p className="text-quiet">{reports.nothing}</p>;
  const heads = [
    ...(withCalls ? [reports.answered, reports.missed, reports.answerRate] : []),
    ...[reports.cases, reports.inTimeRate, reports.median, reports.waiting, reports.lost],
  ];
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-right">
        <caption className="sr-only">{heading}</caption>
        <thead>
          <tr className="border-b border-line text-quiet *:py-1.5 *:pl-3 *:font-medium">
            <th scope="col" className="pl-0! text-left">
              {first}
            </th>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, word, query, figures }) => (
            <tr key={key} className="border-b border-line *:py-1.5 *:pl-3 *:font-normal">
              <th scope="row" className="pl-0! text-left">
                <bdi>{word}</bdi>
              </th>
              {cellsOf(figures, withCalls, m).map(([rows, count, text]) => (
                <td key={`${rows} ${text === undefined}`}>
                  <RowLink to={rowsAddress(query, { rows })} count={count}>
                    {text ?? counted(count, m)}
                  </RowLink>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The rows behind a cell, how many they are, and what it says besides. */
function cellsOf(
  { answered, inTime, median, cases, calledBack, waiting, lost }: Figures,
  withCalls: boolean,
  m: AllMessages,
): [rows: RowKind, count: number, text?: string][] {
  const ofCalls: [RowKind, number, string?][] = [
    ['answered', answered.part],
    ['missed', answered.whole - answered.part],
    ['calls', answered.whole, rateWord(answered.share, m)],
  ];
  return [
    ...(withCalls ? ofCalls : []),
    ['cases', cases],
    ['counted', inTime.whole, rateWord(inTime.share, m)],
    ['called_back', calledBack, medianWord(median, m)],
    ['waiting', waiting],
    ['lost', lost.tried + lost.untried],
  ];
}
