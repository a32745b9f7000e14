import clsx from 'clsx';
import type { ReactNode } from 'react';
import type { BoardJson } from '@/domain/case-json';
import type { FiguresJson } from '@/domain/figures-of-day';
import { DeskLink, type Go } from './desk-link';
import { MedianChange } from './median-change';
import { useMessages } from './use-messages';
import { pageAddress } from './views';
import { counted, percent, span } from './when';

type Props = { did: string | null; counts: BoardJson['counts']; figures: FiguresJson; onGo: Go };

/** The strip of figures: how the desk stands now and how today goes, each leading to the rows behind it. */
export function Figures({ did, counts, figures, onGo }: Props) {
  const m = useMessages();
  const { day, median, inTime, missed, targetMinutes } = figures;
  const overdue = did === null ? counts.overdue : (counts.overdueByDid[did] ?? 0);
  const open = did === null ? counts.open : (counts.byDid[did] ?? 0);
  const ofToday = pageAddress({ view: 'all', did, on: 'clock', from: day, to: day });
  return (
    <ul
      aria-label={m.board.figures}
      className="relative flex gap-x-1 overflow-x-auto px-2 max-md:border-b max-md:border-line max-md:py-1 md:px-3 md:pt-2.5 md:pb-2"
    >
      <Figure to={pageAddress({ view: 'overdue', did })} word={m.board.overdue} onGo={onGo}>
        <span className={clsx(overdue > 0 && 'text-overdue')}>{counted(overdue, m)}</span>
      </Figure>
      <Figure to={pageAddress({ did })} word={m.board.waitingNow} onGo={onGo}>
        {counted(open, m)}
      </Figure>
      <Figure
        to={ofToday}
        word={
          <>
            {m.board.median} <MedianChange figures={figures} />
          </>
        }
        onGo={onGo}
      >
        {median === null ? <NotKnown /> : span(median, m)}
      </Figure>
      <Figure to={ofToday} word={m.board.inTime(targetMinutes)} onGo={onGo}>
        {inTime.share === null ? <NotKnown /> : percent(inTime.share, m)}
      </Figure>
      <Figure to={missedCalls(day, did)} word={m.board.missed(counted(missed.whole, m))}>
        {missed.share === null ? <NotKnown /> : percent(missed.share, m)}
      </Figure>
    </ul>
  );
}

type FigureProps = { to: string; word: ReactNode; onGo?: Go; children: ReactNode };

/** The value over its word; on a phone in one line with it. */
function Figure({ to, word, onGo, children }: FigureProps) {
  return (
    <li className="shrink-0">
      <DeskLink
        to={to}
        onGo={onGo}
        className="flex min-w-14 rounded-corner px-2 whitespace-nowrap hover:bg-hover max-md:h-8 max-md:items-center max-md:gap-1.5 md:flex-col md:px-2.5 md:py-1"
      >
        <span className="font-semibold tabular-nums md:text-figure">{children}</span>{' '}
        <span className="text-small text-middle">{word}</span>
      </DeskLink>
    </li>
  );
}

function NotKnown() {
  const m = useMessages();
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="sr-only">{m.board.notKnown}</span>
    </>
  );
}

function missedCalls(day: string, did: string | null): string {
  const query = new URLSearchParams({ verdict: 'missed', from: day, to: day });
  if (did) query.set('did', did);
  return `/calls?${query}`;
}
