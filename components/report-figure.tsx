import clsx from 'clsx';
import type { ReactNode } from 'react';
import type { Figures } from '@/domain/report';
import { daysBefore, type ReportQuery } from '@/domain/report-query';
import type { RowKind } from '@/domain/report-rows';
import type { AllMessages } from '@/messages/all';
import { rowsAddress } from './report-words';
import { RowLink } from './row-link';
import { RuleLink } from './rule-link';
import { counted } from './when';

type Part = [rows: RowKind, count: number, word: string];

/** One of the four: its value at `now`, that of the period before, and the parts that it is made of. */
export type ShownFigure = {
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

type Props = { shown: ShownFigure; query: ReportQuery; figures: Figures; before: Figures; m: AllMessages };

/** A figure with its change against the period before, the rows behind it and how it is counted. */
export function ReportFigure({ shown, query, figures, before, m }: Props) {
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
function Change({ shown, figures, before, m }: Omit<Props, 'query'>) {
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
