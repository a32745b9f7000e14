import { useMessages } from './use-messages';
import { dateAndTime, exactTime, shortTime } from './when';

type Props = {
  at: string;
  now: number;
  zone: string;
  since?: string | null;
  /** Of a day long past only the date, for want of room. */
  isNarrow?: boolean;
};

/** A time as people say it, with the exact one on hover. */
export function Moment({ at, now, zone, since = null, isNarrow = false }: Props) {
  const m = useMessages();
  const exact = exactTime(at, zone, m);
  const title = since && since !== at ? m.row.lastAndSince(exact, exactTime(since, zone, m)) : exact;
  return (
    <time dateTime={at} title={title}>
      {isNarrow ? shortTime(at, now, zone, m) : dateAndTime(at, now, zone, m)}
    </time>
  );
}
