import { describe, expect, test } from 'vitest';
import { daysBefore, parseReportQuery, presetDays, reportParams } from '@/domain/report-query';
import { parseRowsQuery, rowsParams } from '@/domain/report-rows';

const today = '2026-03-15';
const parsed = (query: string) => parseReportQuery(new URLSearchParams(query), today);
const daysOf = (query: string) => {
  const read = parsed(query);
  return 'error' in read ? read.error : [read.query.days.from, read.query.days.to];
};

describe('what is asked of the report', () => {
  test.each([
    ['', ['2026-02-14', '2026-03-15']],
    ['from=2026-03-01', ['2026-03-01', '2026-03-15']],
    ['from=2026-04-01', ['2026-04-01', '2026-04-01']],
    ['to=2026-03-01', ['2026-01-31', '2026-03-01']],
    ['from=2025-03-15&to=2026-03-15', ['2025-03-15', '2026-03-15']],
    ['from=2025-03-14&to=2026-03-15', '`from` must be at most 366 days before `to`.'],
    ['from=0001-01-01&to=9999-12-31', '`from` must be at most 366 days before `to`.'],
    ['from=2026-02-30', '`from` must be a day such as 2026-11-23.'],
    ['from=2026-03-02&to=2026-03-01', '`to` must not be before `from`.'],
  ])('by %j', (query, days) => {
    expect(daysOf(query)).toEqual(days);
  });

  test('numbers and people may be several, and nobody is one of them', () => {
    const read = parsed('did=%2B911&did=+912&did=&who=Asha&who=Ravi&who=Asha&nobody=1');
    expect(read).toMatchObject({ query: { dids: ['+911', '+912'], people: ['Asha', 'Ravi', null] } });
    if ('error' in read) throw new Error(read.error);
    expect(parseReportQuery(reportParams(read.query), today)).toEqual(read);
  });

  test('the period before is as long, and ends where this begins', () => {
    expect(daysBefore({ from: '2026-03-01', to: '2026-03-31' })).toEqual({
      from: '2026-01-29',
      to: '2026-02-28',
    });
    expect(daysBefore({ from: today, to: today })).toEqual({ from: '2026-03-14', to: '2026-03-14' });
  });

  test('there are days to choose from', () => {
    expect(presetDays('week', today)).toEqual({ from: '2026-03-09', to: today });
    expect(presetDays('month', today)).toEqual({ from: '2026-02-14', to: today });
    expect(presetDays('thisMonth', today)).toEqual({ from: '2026-03-01', to: today });
    expect(presetDays('lastMonth', today)).toEqual({ from: '2026-02-01', to: '2026-02-28' });
    expect(presetDays('lastMonth', '2026-01-31')).toEqual({ from: '2025-12-01', to: '2025-12-31' });
  });
});

describe('the rows behind a figure', () => {
  const rows = (query: string) => parseRowsQuery(new URLSearchParams(query), today);

  test('are asked for as they are written', () => {
    const days = { from: '2026-03-01', to: '2026-03-15' };
    const report = { days, dids: ['+911'], people: [null] };
    const wanted = { rows: 'called_back', minutes: 15 } as const;
    const read = parseRowsQuery(rowsParams(report, wanted), today);
    expect(read).toEqual({ query: { ...report, ...wanted, cursor: null } });
  });

  test.each([
    ['rows=moons', 'rows'],
    ['weekday=7', 'weekday'],
    ['hour=24', 'hour'],
    ['hour=1e1', 'hour'],
    ['minutes=7', 'minutes'],
    ['cursor=nothing', 'cursor'],
    ['from=x', 'from'],
  ])('refused: %s', (query, field) => {
    expect(rows(query)).toMatchObject({ field });
  });
});
