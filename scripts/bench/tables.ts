/** The figures as tables that can be pasted into docs/benchmarks.md. */

export type Table = { title: string; rows: Record<string, string | number | null>[] };

export function asMarkdown(tables: Table[], machine: string, date: string): string {
  return [`${date}, ${machine}.`, ...tables.map(markdownOf)].join('\n\n');
}

function markdownOf({ title, rows }: Table): string {
  const names = Object.keys(rows[0] ?? {});
  const line = (cells: unknown[]) => `| ${cells.map((cell) => cell ?? '').join(' | ')} |`;
  const head = [line(names), line(names.map(() => '---'))];
  return [`**${title}**`, '', ...head, ...rows.map((row) => line(names.map((name) => row[name])))].join('\n');
}
