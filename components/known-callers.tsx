import type { KnownCallerJson } from '@/domain/caller-json';
import { callerAddress } from './caller-link';
import { DeskLink } from './desk-link';
import { useMessages } from './use-messages';

type Props = { known: KnownCallerJson[]; empty: string };

/** Names with their numbers, each the way to the caller's page. */
export function KnownCallers({ known, empty }: Props) {
  const { callers } = useMessages();
  if (known.length === 0) return <p className="text-middle">{empty}</p>;
  return (
    <ul aria-label={callers.heading} className="flex flex-col">
      {known.map(({ key, name, display, isSpam }) => (
        <li key={key} className="border-t border-line first:border-0">
          <DeskLink
            to={callerAddress(key)}
            className="flex min-h-9 flex-wrap items-center gap-x-3 rounded-corner px-1 py-1 hover:bg-hover"
          >
            <span className="min-w-0 font-medium wrap-anywhere">
              <bdi>{name ?? display}</bdi>
            </span>
            {isSpam && <span className="chip">{callers.spam}</span>}
            {name !== null && <span className="ml-auto text-quiet tabular-nums">{display}</span>}
          </DeskLink>
        </li>
      ))}
    </ul>
  );
}
