import { exactTime, shortTime } from './when';

type Props = { at: string; now: number; zone: string; since?: string | null };

/** A time as people say it, with the exact one on hover. */
export function Moment({ at, now, zone, since = null }: Props) {
  const exact = exactTime(at, zone);
  const title = since && since !== at ? `Last ${exact}; waiting since ${exactTime(since, zone)}` : exact;
  return (
    <time dateTime={at} title={title}>
      {shortTime(at, now, zone)}
    </time>
  );
}
