/** What a file of each table of the report says. */

import { hourWord, timeWord, weekdayWord, weekOrder } from '@/components/report-words';
import type { LoadedReport } from '@/desk/report';
import { type Figures, hours } from '@/domain/report';
import type { AllMessages } from '@/messages/all';
import type { Column } from './csv-answer';
import { numberCell } from './csv-cells';

const minuteMs = 60_000;

export function dayColumns({ reports }: AllMessages): Column<LoadedReport['days'][number]>[] {
  return [
    [reports.day, ({ day }) => day],
    [reports.answered, ({ answered }) => answered],
    [reports.missed, ({ missed }) => missed],
  ];
}

type Hour = { weekday: number; hour: number; answered: number; missed: number };

/** A row for each hour of each weekday, Monday first. */
export function hourRows({ hours: cells }: LoadedReport): Hour[] {
  return weekOrder.flatMap((weekday) =>
    hours.map((hour) => {
      const { part, whole } = cells[weekday]![hour]!;
      return { weekday, hour, answered: whole - part, missed: part };
    }),
  );
}

export function hourColumns(m: AllMessages): Column<Hour>[] {
  const { reports } = m;
  return [
    [reports.weekday, ({ weekday }) => weekdayWord(weekday, m)],
    [reports.hour, ({ hour }) => hourWord(hour)],
    [reports.answered, ({ answered }) => answered],
    [reports.missed, ({ missed }) => missed],
    [reports.missedRate, ({ answered, missed }) => rate(missed, answered + missed)],
  ];
}

export function timeColumns(m: AllMessages): Column<LoadedReport['times'][number]>[] {
  return [
    [m.reports.time, ({ from, to }) => timeWord(from, to, m)],
    [m.reports.cases, ({ cases }) => cases],
  ];
}

export function didColumns(m: AllMessages): Column<LoadedReport['dids'][number]>[] {
  const { reports } = m;
  return [
    [reports.number, ({ shown }) => numberCell(shown)],
    [reports.label, ({ shown }) => shown.label],
    [reports.answered, ({ figures }) => figures.answered.part],
    [reports.missed, ({ figures }) => figures.answered.whole - figures.answered.part],
    [reports.answerRate, ({ figures }) => rate(figures.answered.part, figures.answered.whole)],
    ...figureColumns(m),
  ];
}

export function personColumns(m: AllMessages): Column<LoadedReport['people'][number]>[] {
  return [[m.reports.person, ({ name }) => name ?? m.reports.nobody], ...figureColumns(m)];
}

function figureColumns({ reports }: AllMessages): Column<{ figures: Figures }>[] {
  return [
    [reports.cases, ({ figures }) => figures.cases],
    [reports.counted, ({ figures }) => figures.inTime.whole],
    [reports.inTime, ({ figures }) => figures.inTime.part],
    [reports.inTimeRate, ({ figures }) => rate(figures.inTime.part, figures.inTime.whole)],
    [reports.medianMinutes, ({ figures: { median } }) => median && median / minuteMs],
    [reports.waiting, ({ figures }) => figures.waiting],
    [reports.lost, ({ figures: { lost } }) => lost.tried + lost.untried],
    [reports.lostTried, ({ figures }) => figures.lost.tried],
  ];
}

/** "0.38": a number to reckon with; empty where there is nothing to divide by. */
function rate(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 10_000) / 10_000;
}
