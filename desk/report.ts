/** The report of some days, of what somebody may see. */

import type { DidJson } from '@/domain/case-json';
import { daysOf } from '@/domain/local-days';
import { maySee, type Person, sightOf } from '@/domain/person';
import { type Report, reportOf, type Tallies } from '@/domain/report';
import { daysBefore, type ReportQuery } from '@/domain/report-query';
import { didJson } from './case';
import { loadTallies } from './report-tallies';
import type { Desk } from './the-desk';

export type LoadedReport = Omit<Report, 'dids'> & {
  dids: (Report['dids'][number] & { shown: DidJson })[];
  /** Everybody who had a case in these days, whoever was asked for. */
  everybody: string[];
};

export async function loadReport(desk: Desk, by: Person, query: ReportQuery): Promise<LoadedReport> {
  const { read } = desk.store;
  const now = desk.clock();
  const settings = await desk.settings(read);
  const { timeZone } = settings.desk(now);
  const [period, before] = await Promise.all([
    loadTallies(read, query.days, timeZone, now),
    loadTallies(read, daysBefore(query.days), timeZone, now),
  ]);
  const seen = seenBy(by, query.dids, period);
  const report = reportOf(
    ofPeople(query.people, seen),
    ofPeople(query.people, seenBy(by, query.dids, before)),
    daysOf(query.days),
  );
  const names = [...seen.cases, ...seen.lost].flatMap((row) => row.by ?? []);
  return {
    ...report,
    dids: report.dids.map((row) => ({
      ...row,
      shown: didJson(row.did, row.did, settings.did(row.did, now)),
    })),
    everybody: [...new Set([...names, ...query.people.flatMap((name) => name ?? [])])].sort(),
  };
}

function seenBy(by: Person, dids: string[], { calls, cases, lost }: Tallies): Tallies {
  const sight = sightOf(by);
  const isSeen = ({ did }: { did: string }) =>
    maySee(sight, did) && (dids.length === 0 || dids.includes(did));
  return { calls: calls.filter(isSeen), cases: cases.filter(isSeen), lost: lost.filter(isSeen) };
}

/** Calls that come in are nobody's: those of everybody stay. */
function ofPeople(people: ReportQuery['people'], { calls, cases, lost }: Tallies): Tallies {
  if (people.length === 0) return { calls, cases, lost };
  const isTheirs = (row: { by: string | null }) => people.includes(row.by);
  return { calls, cases: cases.filter(isTheirs), lost: lost.filter(isTheirs) };
}
