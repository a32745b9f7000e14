import { RuleLink } from '@/components/rule-link';
import { useAllMessages } from '@/components/use-messages';
import { exactTime } from '@/components/when';
import type { Trial } from '@/desk/try-record';
import type { AllMessages } from '@/messages/all';

type Said = Trial['records'][number];
type Leg = (Said & { is: 'leg' })['leg'];

/** What one record says, in our words. */
export function TriedRecord({ record, zone }: { record: Said; zone: string }) {
  const m = useAllMessages();
  if (record.is === 'unread') {
    return (
      <p className="rounded-corner border border-line bg-panel p-3">
        {m.quarantine.unread(
          (words) => (
            <strong className="font-semibold text-overdue">{words}</strong>
          ),
          m.pages.said(record.reason),
        )}
      </p>
    );
  }
  if (record.is === 'event') {
    return (
      <p className="rounded-corner border border-line bg-panel p-3">
        {m.quarantine.event(
          (words) => (
            <strong className="font-semibold">{words}</strong>
          ),
          record.status,
        )}{' '}
        <span className="text-small text-quiet">
          <RuleLink rule={1} />
        </span>
      </p>
    );
  }
  return (
    <dl className="flex flex-col gap-1 rounded-corner border border-line bg-panel p-3">
      {said(record.leg, zone, m).map(([word, value]) => (
        <div key={word} className="grid grid-cols-[130px_minmax(0,1fr)] gap-x-4">
          <dt className="text-middle">{word}</dt>
          <dd className="wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const instants = new Set<keyof Leg>(['time', 'startedAt', 'answeredAt', 'endedAt']);
const seconds = new Set<keyof Leg>(['durationSeconds', 'waitedSeconds']);

function said(leg: Leg, zone: string, m: AllMessages): [word: string, value: string][] {
  const { quarantine } = m;
  const names = Object.keys(quarantine.fields) as (keyof typeof quarantine.fields)[];
  return names.flatMap((name): [string, string][] => {
    const [word, value] = [quarantine.fields[name], leg[name]];
    if (value === undefined || value === null) return [];
    if (name === 'statusText' && value === leg.status) return [];
    if (instants.has(name)) return [[word, exactTime(new Date(Number(value)).toISOString(), zone, m)]];
    return [[word, seconds.has(name) ? quarantine.seconds(String(value)) : String(value)]];
  });
}
