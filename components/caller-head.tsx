import type { CallerJson } from '@/domain/caller-json';
import { CallerFigures } from './caller-figures';
import { CallerName } from './caller-name';
import { Moment } from './moment';
import { useAllMessages } from './use-messages';

type Props = {
  shown: CallerJson;
  now: number;
  zone: string;
  onName: (name: string | null) => Promise<boolean>;
  onMark: (isSpam: boolean) => Promise<boolean>;
};

/** Who it is, how to ring them, whether they are spam, and their figures. */
export function CallerHead({ shown, now, zone, onName, onMark }: Props) {
  const { callers } = useAllMessages();
  const { caller, figures, savedBy, savedAt } = shown;
  return (
    <header className="flex flex-col gap-4">
      <CallerName name={caller.name} display={caller.display} onSave={onName} />
      <div className="flex flex-wrap items-center gap-2">
        <span className="text-middle">{caller.display}</span>
        {caller.isSpam && <span className="chip">{callers.spam}</span>}
        {savedBy && savedAt && (
          <span className="text-small text-quiet">
            <bdi>{callers.namedBy(savedBy)}</bdi>, <Moment at={savedAt} now={now} zone={zone} />
          </span>
        )}
        <span className="flex gap-2 md:ml-auto">
          <a href={`tel:${caller.key}`} className="button button-primary max-md:h-9">
            {callers.call}
          </a>
          <button
            type="button"
            className="button needs-script max-md:h-9"
            onClick={() => void onMark(!caller.isSpam)}
          >
            {caller.isSpam ? callers.unmarkSpam : callers.markSpam}
          </button>
        </span>
      </div>
      {caller.isSpam && <p className="rounded-corner bg-chip px-3 py-2 text-middle">{callers.spamLine}</p>}
      <CallerFigures figures={figures} />
    </header>
  );
}
