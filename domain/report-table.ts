/** The tables of the report, each of which is a file as well. */

export const reportTables = ['days', 'hours', 'times', 'dids', 'people'] as const;
export type ReportTable = (typeof reportTables)[number];
