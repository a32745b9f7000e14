import clsx from 'clsx';
import type { ReactNode } from 'react';
import type { Figures } from '@/domain/report';
import { daysBefore, type ReportQuery } from '@/domain/report-query';
import type { RowKind } from '@/domain/report-rows';
import type { AllMessages } from '@/messages/all';
import { medianWord, rateWord, rowsAddress } from './report-words';
import { RowLink } from './row-link';
import { RuleLink } from './rule-link';
import { counted, span } from './when';

type Props = { query: ReportQuery; figures: Figures; before: Figures; m: AllMessages };

type Part = [rows: RowKind, count: number, word: string];

/** One of the four: its value at `now`, that of the period before, and the parts that it is made of. */
type Shown = {
  name: 'answered' | 'inTime' | 'median' | 'lost';
  word: (of: Figures) => string;
  value: (of: Figures) => number | null;
  /** How far apart two values are, in words. */
  apart: (by: number) => string;
  isMoreBetter: boolean;
  rows: RowKind;
  count: (of: Figures) => number;
  parts: Part[];
  rules: number[];
};

/** The four figures, each with its change against the period before, the rows behind it and how it is counted. */
export function ReportFigures({ query, figures, before, m }: Props) {
  return (
    <ul className="grid grid-cols-[repeat(auto-fit,minmax(230px,1fr))] gap-3">
      {shownOf(figures, m).map((shown) => (
        <Figure key={shown.name} shown={shown} query={query} figures={figures} before={before} m={m} />
      ))}
    </ul>
  );
}

function shownOf({ answered, inTime, calledBack, waiting, lost }: Figures, m: AllMessages): Shown[] {
  const { reports } = m;
  const points = (by: number) => reports.points(counted(Math.round(by * 100), m));
  return [
    {
      name: 'answered',
      word: (of) => rateWord(of.answered.share, m),
      value: (of) => of.answered.share,
      apart: points,
      isMoreBetter: true,
      rows: 'calls',
      count: (of) => of.answered.whole,
      parts: [
        ['answered', answered.part, reports.answeredOf],
        ['missed', answered.whole - answered.part, reports.missedOf],
      ],
      rules: [8, 9, 13, 14],
    },
    {
      name: 'inTime',
      word: (of) => rateWord(of.inTime.share, m),
      value: (of) => of.inTime.share,
      apart: points,
      isMoreBetter: true,
      rows: 'counted',
      count: (of) => of.inTime.whole,
      parts: [
        ['in_time', inTime.part, reports.inTimeOf],
        ['late', inTime.whole - inTime.part, reports.lateOf],
      ],
      rules: [14, 17, 18],
    },
    {
      name: 'median',
      word: (of) => medianWord(of.median, m),
      value: (of) => of.median,
      apart: (by) => span(by, m),
      isMoreBetter: false,
      rows: 'called_back',
      count: (of) => of.calledBack,
      parts: [
        ['called_back', calledBack, reports.calledBackOf],
        ['waiting', waiting, reports.waitingOf],
      ],
      rules: [14, 17, 18],
    },
    {
      name: 'lost',
      word: (of) => counted(lostOf(of), m),
      value: lostOf,
      apart: (by) => counted(by, m),
      isMoreBetter: false,
      rows: 'lost',
      count: lostOf,
      parts: [
        ['lost_tried', lost.tried, reports.triedOf],
        ['lost_untried', lost.untried, reports.untriedOf],
      ],
      rules: [23],
    },
  ];
}

function lostOf({ lost }: Figures): number {
  return lost.tried + lost.untried;
}

function Figure({ shown, query, figures, before, m }: Props & { shown: Shown }) {
  const { name, word, count, rows, parts, rules } = shown;
  const { reports } = m;
  const ofBefore = { ...query, days: daysBefore(query.days) };
  return (
    <li className="flex flex-col gap-1 rounded-corner border border-line bg-panel p-3">
      <h3 className="text-small text-middle" title={reports.how[name]}>
        {reports.figures[name]}
      </h3>
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="text-[26px] leading-tight font-semibold tabular-nums">
          <RowLink to={rowsAddress(query, { rows })} count={count(figures)}>
            {word(figures)}
          </RowLink>
        </span>
        <Change shown={shown} figures={figures} before={before} m={m} />
      </p>
      <p className="text-small text-middle">
        {reports.before}{' '}
        <RowLink to={rowsAddress(ofBefore, { rows })} count={count(before)}>
          {word(before)}
        </RowLink>
      </p>
      <ul className="flex flex-wrap gap-x-3 text-small text-middle">
        {parts.map(([part, count, word]) => (
          <li key={part}>
            <RowLink to={rowsAddress(query, { rows: part })} count={count}>
              {counted(count, m)}
            </RowLink>{' '}
            {word}
          </li>
        ))}
      </ul>
      <details className="text-small text-middle">
        <summary className="hover:text-strong">{reports.howCounted}</summary>
        <p>
          {reports.how[name]}{' '}
          {rules.map(
            (rule, at): ReactNode => (
              <span key={rule}>
                {at > 0 && ', '}
                <RuleLink rule={rule} />
              </span>
            ),
          )}
        </p>
      </details>
    </li>
  );
}

/** By how much, an arrow for which way, and a word for whether that is good. */
function Change({ shown, figures, before, m }: Omit<Props, 'query'> & { shown: Shown }) {
  const [now, then] = [shown.value(figures), shown.value(before)];
  if (now === null || then === null) return null;
  const words = shown.apart(Math.abs(now - then));
  if (now === then || words === shown.apart(0)) return null;
  const isBetter = now > then === shown.isMoreBetter;
  return (
    <span className={clsx('text-small font-medium', isBetter ? 'text-reached' : 'text-overdue')}>
      <span aria-hidden="true" className="text-[9px]">
        {now > then ? '▲' : '▼'}
      </span>{' '}
      {words} {isBetter ? m.reports.better : m.reports.worse}
    </span>
  );
}
