/** What a digest says to one person: the figures of what they may see, in their language. */

import type { StoredDigest } from '@/db/queries/digests';
import { digestDays } from '@/domain/digest';
import { type FiguresJson, figuresOfDay } from '@/domain/figures-of-day';
import { maySee, type Person, sightOf } from '@/domain/person';
import type { AllMessages } from '@/messages/all';
import { wholeLanguages } from '@/messages/whole';
import type { AlertMessage } from './alert-message';
import { casesOf } from './figures-today';
import { spanOfDays } from './span-of-days';
import type { Desk } from './the-desk';

type Figures = Omit<FiguresJson, 'day'>;
type Digest = Pick<StoredDigest, 'every' | 'language'>;

/** The digest that was due at `at`; its figures as things stand at `now` (ms). */
export async function digestMessage(
  desk: Pick<Desk, 'store' | 'settings' | 'env'>,
  by: Person,
  { every, language }: Digest,
  at: number,
  now: number,
): Promise<AlertMessage> {
  const m = wholeLanguages[language];
  const { told } = m.digest;
  const { timeZone } = (await desk.settings(desk.store.read)).desk(now);
  const { days, before } = digestDays(at, every, timeZone);
  const span = (some: typeof days) => spanOfDays(some, timeZone) as { start: number; end: number };
  const figures = await figuresOf(desk, by, span(before).start, span(days), now);
  const query = new URLSearchParams({ view: 'all', on: 'clock', ...days });
  return {
    title:
      every === 'day' ? told.ofDay(dayIn(days.to, m)) : told.ofWeek(dayIn(days.from, m), dayIn(days.to, m)),
    lines: linesOf(figures, m),
    url: desk.env.PUBLIC_URL ? `${desk.env.PUBLIC_URL}/?${query}` : null,
    open: told.open,
    type: 'digest',
    timestamp: new Date(at).toISOString(),
    data: { days, figures },
  };
}

async function figuresOf(
  { store: { read } }: Pick<Desk, 'store'>,
  by: Person,
  before: number,
  { start, end }: { start: number; end: number },
  now: number,
): Promise<Figures> {
  const sight = sightOf(by);
  const cases = (await read.loadCasesByClock(before, end, now)).filter((it) => maySee(sight, it.did));
  const verdicts = (await read.countVerdicts(start, end, now)).filter((it) => maySee(sight, it.did));
  const during = casesOf(cases.filter((it) => it.clockStartsAt >= start));
  const earlier = casesOf(cases.filter((it) => it.clockStartsAt < start));
  return figuresOfDay({ cases: during, verdicts }, earlier, now);
}

function linesOf(
  { missed, inTime, median, medianDayBefore, stillWaiting }: Figures,
  m: AllMessages,
): string[] {
  const { told } = m.digest;
  const style = { style: 'percent', maximumFractionDigits: 0 } as const;
  const percent = (share: number | null) =>
    share === null ? told.none : new Intl.NumberFormat(m.locale, style).format(share);
  const minutes = (ms: number | null) => (ms === null ? told.none : m.time.minutes(Math.round(ms / 60_000)));
  return [
    told.missed(missed.part, missed.whole, percent(missed.share)),
    told.inTime(inTime.part, inTime.whole, percent(inTime.share)),
    told.median(minutes(median), minutes(medianDayBefore)),
    told.stillWaiting(stillWaiting),
  ];
}

/** "Sun, 22 November 2026" of a day as 2026-11-22. */
function dayIn(day: string, { locale }: AllMessages): string {
  const style = {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  } as const;
  return new Intl.DateTimeFormat(locale, style).format(new Date(`${day}T12:00:00Z`));
}
