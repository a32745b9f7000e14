import type { BoardJson } from '@/domain/case-json';
import { timeBounds } from '@/domain/report';
import type { ReportQuery } from '@/domain/report-query';
import type { RowsWanted } from '@/domain/report-rows';
import type { AllMessages } from '@/messages/all';
import { daysWord, hourWord, timeWord, weekdayWord } from './report-words';
import { didWord } from './words';

type Props = { query: ReportQuery; wanted: RowsWanted; dids: BoardJson['dids']; m: AllMessages };

/** What these rows have in common: days, hour, time to callback, numbers, people. */
export function RowsHeading({ query, wanted: { weekday, hour, minutes }, dids, m }: Props) {
  const words = [
    daysWord(query.days, m),
    weekday === undefined ? [] : weekdayWord(weekday, m),
    hour === undefined ? [] : hourWord(hour),
    minutes === undefined ? [] : timeWord(minutes, timeBounds.find((bound) => bound > minutes) ?? null, m),
    query.dids.map((key) => {
      const did = dids.find((one) => one.key === key);
      return did ? didWord(did) : key;
    }),
    query.people.map((name) => name ?? m.reports.nobody),
  ].flat();
  return (
    <ul className="flex flex-wrap gap-1.5 px-4 md:px-5">
      {words.map((word) => (
        <li key={word} className="chip min-h-5">
          <bdi>{word}</bdi>
        </li>
      ))}
    </ul>
  );
}
