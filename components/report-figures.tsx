import type { Figures } from '@/domain/report';
import type { ReportQuery } from '@/domain/report-query';
import type { AllMessages } from '@/messages/all';
import { ReportFigure, type ShownFigure } from './report-figure';
import { medianWord, rateWord } from './report-words';
import { counted, span } from './when';

type Props = { query: ReportQuery; figures: Figures; before: Figures; m: AllMessages };

/** The four figures, each with its change against the period before, the rows behind it and how it is counted. */
export function ReportFigures({ query, figures, before, m }: Props) {
  return (
    <ul className="grid grid-cols-[repeat(auto-fit,minmax(230px,1fr))] gap-3">
      {shownOf(figures, m).map((shown) => (
        <ReportFigure key={shown.name} shown={shown} query={query} figures={figures} before={before} m={m} />
      ))}
    </ul>
  );
}

function shownOf({ answered, inTime, calledBack, waiting, lost }: Figures, m: AllMessages): ShownFigure[] {
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
