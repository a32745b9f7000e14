import { Moment } from '@/components/moment';
import { useAllMessages } from '@/components/use-messages';
import type { QuarantinedJson } from '@/desk/quarantine';

export type Quarantined = QuarantinedJson;

/** The name of a record in addresses: its delivery, and where it stands in it. */
export function placeOf({ delivery, position }: Quarantined): string {
  return `${delivery}.${position}`;
}

type Props = {
  record: Quarantined;
  isBusy: boolean;
  now: number;
  zone: string;
  onReadAgain: () => void;
  onDiscard: () => void;
};

/** One record that was not understood: why, since when, and what it says. */
export function QuarantinedCard({ record, isBusy, now, zone, onReadAgain, onDiscard }: Props) {
  const m = useAllMessages();
  const place = placeOf(record);
  const aloud = (words: string) => <span className="sr-only">{words}</span>;
  return (
    <li className="flex flex-col gap-2 rounded-corner border border-line bg-panel p-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <p className="min-w-0 grow basis-60">
          <strong className="font-semibold wrap-anywhere">{m.pages.said(record.reason)}</strong>{' '}
          <span className="text-quiet">
            <Moment at={record.receivedAt} now={now} zone={zone} />
            {record.position < 0 && `, ${m.quarantine.wholeBody}`}
          </span>
        </p>
        <p className="needs-script flex gap-2">
          <button type="button" className="button max-md:h-9" disabled={isBusy} onClick={onReadAgain}>
            {m.quarantine.readAgain(aloud, place)}
          </button>
          <button type="button" className="button max-md:h-9" disabled={isBusy} onClick={onDiscard}>
            {m.quarantine.discardOne(aloud, place)}
          </button>
        </p>
      </div>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
        tabIndex={0}
        aria-label={m.quarantine.bodyOf(place)}
        className="max-h-72 overflow-auto rounded-[4px] bg-chip p-2.5"
      >
        <pre className="font-mono text-small break-all whitespace-pre-wrap text-strong">
          {record.text || m.quarantine.empty}
        </pre>
      </section>
    </li>
  );
}
