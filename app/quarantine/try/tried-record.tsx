import { RuleLink } from '@/components/rule-link';
import { useMessages } from '@/components/use-messages';
import { exactTime } from '@/components/when';
import type { Trial } from '@/desk/try-record';
import type { Messages } from '@/messages/en';

type Said = Trial['records'][number];
type Leg = (Said & { is: 'leg' })['leg'];

/** What one record says, in our words. */
export function TriedRecord({ record, zone }: { record: Said; zone: string }) {
  const m = useMessages();
  if (record.is === 'unread') {
    return (
      <p className="rounded-corner border border-line bg-panel p-3">
        <strong className="font-semibold text-overdue">Not understood.</strong> {record.reason} It would wait
        in “Not understood”.
      </p>
    );
  }
  if (record.is === 'event') {
    return (
      <p className="rounded-corner border border-line bg-panel p-3">
        <strong className="font-semibold">A live event</strong>, “{record.status}”: kept, and it decides
        nothing.{' '}
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

const words: [name: keyof Leg, word: string][] = [
  ['side', 'Leg'],
  ['direction', 'Direction'],
  ['status', 'Status'],
  ['statusText', 'Status as it came'],
  ['from', 'From'],
  ['to', 'To'],
  ['virtualNumber', 'Our number'],
  ['callerId', 'Shown number'],
  ['conversation', 'Conversation'],
  ['requestId', 'Request'],
  ['legUuid', 'Leg id'],
  ['appId', 'App'],
  ['time', 'Time'],
  ['startedAt', 'Started'],
  ['answeredAt', 'Answered'],
  ['endedAt', 'Ended'],
  ['durationSeconds', 'Talk'],
  ['waitedSeconds', 'Waited'],
  ['hangupReason', 'Hung up because'],
  ['user', 'Member of staff'],
  ['team', 'Team'],
  ['menu', 'Menu'],
  ['params', 'Own values'],
  ['voicemail', 'Voicemail'],
  ['recording', 'Recording'],
  ['recordType', 'Type of record'],
];

const instants = new Set<keyof Leg>(['time', 'startedAt', 'answeredAt', 'endedAt']);
const seconds = new Set<keyof Leg>(['durationSeconds', 'waitedSeconds']);

function said(leg: Leg, zone: string, m: Messages): [word: string, value: string][] {
  return words.flatMap(([name, word]): [string, string][] => {
    const value = leg[name];
    if (value === undefined || value === null) return [];
    if (name === 'statusText' && value === leg.status) return [];
    if (instants.has(name)) return [[word, exactTime(new Date(Number(value)).toISOString(), zone, m)]];
    return [[word, seconds.has(name) ? `${value} s` : String(value)]];
  });
}
