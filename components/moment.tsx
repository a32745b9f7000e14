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
  const exact = exactTime(at, zone);
  const title = since && since !== at ? `Last ${exact}; waiting since ${exactTime(since, zone)}` : exact;
  return (
    <time dateTime={at} title={title}>
      {isNarrow ? shortTime(at, now, zone) : dateAndTime(at, now, zone)}
    </time>
  );
}
