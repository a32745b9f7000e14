import type { BoardJson } from '@/domain/case-json';
import { mayDo, type Person } from '@/domain/person';
import type { SilenceJson } from '@/domain/silence';
import type { AllMessages } from '@/messages/all';
import { DeskLink, type Go } from './desk-link';
import { type EmptyReason, emptyReason, unfilteredAddress } from './empty-reason';
import { CircleCheck, TriangleAlert } from './icons';
import type { Line } from './line-word';
import { useAllMessages } from './use-messages';
import { type Place, pageAddress } from './views';
import { counted, shortTime, span } from './when';

type Props = {
  place: Place;
  board: BoardJson;
  didLabel: string | null;
  by: Person;
  line: Line;
  now: number;
  zone: string;
  silence: SilenceJson | null;
  /** Today's median time to a call back, ms; null where nobody was called back. */
  median?: number | null;
  onGo: Go;
};

/** No rows, and why: an empty list must mean what it says. */
export function EmptyBoard(props: Props) {
  const { place, board, didLabel, by, line, now, zone, silence, median = null, onGo } = props;
  const m = useAllMessages();
  const texts = m.first.empty;
  const reason = emptyReason(place, board, silence);
  const timeOf = (at: string) => shortTime(at, now, zone, m);
  const heading = headingOf(reason, place, timeOf, m);
  const Icon = reason.is === 'silent' ? TriangleAlert : CircleCheck;
  const lines = linesOf(reason, board, median, m);
  if (line.state === 'lost') lines.push(texts.stale(timeOf(line.at)));
  return (
    <div className="flex flex-col items-center gap-1.5 px-6 py-24 text-center">
      {(reason.is === 'served' || reason.is === 'silent') && (
        <Icon
          className={`mb-1 size-7 ${reason.is === 'silent' ? 'text-soon' : 'text-reached'}`}
          strokeWidth={1.5}
        />
      )}
      <p className="max-w-full text-title font-semibold wrap-anywhere">
        {reason.is === 'nothing yet'
          ? heading
          : place.did === null
            ? texts.everywhere(heading)
            : texts.onNumber(heading, didLabel ?? place.did)}
      </p>
      {lines.length > 0 && <p className="max-w-md text-middle">{lines.join(' ')}</p>}
      <p className="mt-2 flex flex-wrap justify-center gap-2 empty:hidden">
        {waysOn(reason, place, by, m).map(([to, word, isPlace]) => (
          <DeskLink key={to} to={to} onGo={isPlace ? onGo : undefined} className="button max-md:h-9">
            {word}
          </DeskLink>
        ))}
      </p>
    </div>
  );
}

function headingOf(
  reason: EmptyReason,
  { view, q }: Place,
  timeOf: (at: string) => string,
  { first: { empty } }: AllMessages,
): string {
  if (reason.is === 'nothing yet') return reason.unread > 0 ? empty.notUnderstood : empty.nothingYet;
  if (reason.is === 'filtered') return q === null ? empty.noMatch : empty.noMatchOf(q);
  if (reason.is === 'silent') return empty.silent(timeOf(reason.lastAt));
  return empty.none[view] ?? empty.served;
}

function linesOf(
  reason: EmptyReason,
  { counts }: BoardJson,
  median: number | null,
  m: AllMessages,
): string[] {
  const { empty } = m.first;
  if (reason.is === 'nothing yet') return reason.unread > 0 ? [] : [empty.nothingYetLine];
  if (reason.is === 'filtered') {
    return reason.hidden === null ? [] : [empty.hidden(reason.hidden, counted(reason.hidden, m))];
  }
  if (reason.is === 'silent') return [empty.silentLine];
  if (reason.is === 'elsewhere') return [empty.waitElsewhere(reason.waiting, counted(reason.waiting, m))];
  if (reason.is === 'none' || counts.closedToday === 0) return [];
  const done = [empty.calledBack, empty.doneToday(counted(counts.closedToday, m))];
  return median === null ? done : [...done, empty.median(span(median, m))];
}

/** Where to go from here: the address, its word, and whether it is a place on the board. */
function waysOn(
  reason: EmptyReason,
  { view, did, q }: Place,
  by: Person,
  { first: { empty } }: AllMessages,
): [to: string, word: string, isPlace: boolean][] {
  const isAdmin = mayDo(by, 'administer');
  if (reason.is === 'nothing yet') {
    if (!isAdmin) return [];
    return reason.unread > 0 ? [['/quarantine', empty.lookAtThem, false]] : [['/setup', empty.setUp, false]];
  }
  if (reason.is === 'filtered') {
    const clear: [string, string, boolean] = [unfilteredAddress({ view, did }), empty.clearFilters, true];
    return q !== null && view !== 'all'
      ? [[pageAddress({ view: 'all', did, q }), empty.searchInAll, true], clear]
      : [clear];
  }
  if (reason.is === 'silent') return isAdmin ? [['/setup', empty.silentWays, false]] : [];
  return did === null ? [] : [[pageAddress({ view }), empty.allNumbers, true]];
}
