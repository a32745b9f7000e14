import { mayDo, type Person } from '@/domain/person';
import type { SilenceJson } from '@/domain/silence';
import { DeskLink } from './desk-link';
import { TriangleAlert, X } from './icons';
import { useAllMessages } from './use-messages';
import { counted, shortTime } from './when';
import { didWord } from './words';

type Silent = SilenceJson['silent'][number];
type Props = {
  /** At least one. */
  silent: Silent[];
  by: Person;
  now: number;
  zone: string;
  onHide: (number: Silent) => void;
};

/** More would push the rows off the screen. */
const mostLines = 3;

/** A line for each number on which no records come any more; whoever can look at the webhook is led there. */
export function SilenceLines({ silent, by, now, zone, onHide }: Props) {
  const m = useAllMessages();
  const texts = m.first.silence;
  const more = silent.length - mostLines;
  return (
    <ul className="bg-soon-ground px-4 py-1 text-soon md:px-5">
      {silent.slice(0, mostLines).map((number) => (
        <li key={number.key} className="flex items-center gap-x-3 py-1">
          <TriangleAlert className="size-4 shrink-0" />
          <span className="grow wrap-anywhere">
            {texts.since(didWord(number), shortTime(number.since, now, zone, m))}
          </span>
          {mayDo(by, 'administer') && (
            <DeskLink to="/setup" className="button max-md:h-9">
              {m.first.empty.silentWays}
            </DeskLink>
          )}
          <button
            type="button"
            className="button max-md:h-9"
            aria-label={texts.hide(didWord(number))}
            onClick={() => onHide(number)}
          >
            <X className="size-4" />
          </button>
        </li>
      ))}
      {more > 0 && <li className="py-1">{texts.more(more, counted(more, m))}</li>}
    </ul>
  );
}
