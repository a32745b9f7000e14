/** The text of docs/rules.md as blocks to show: headings, paragraphs, points and numbered rules. */

export type Inline = { is: 'text' | 'strong' | 'em' | 'code'; text: string };

export type Block =
  | { is: 'heading'; level: number; text: Inline[] }
  | { is: 'paragraph'; text: Inline[] }
  | { is: 'points'; points: Inline[][] }
  | { is: 'rule'; number: number; title: string; paragraphs: Inline[][] };

/** Continuation lines of a rule or a point are indented; an empty line ends a paragraph. */
export function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  let lines: string[] = [];
  const end = () => {
    if (lines.length > 0) blocks.push({ is: 'paragraph', text: inlinesOf(lines.join(' ')) });
    lines = [];
  };
  const source = markdown.split(/\r?\n/);
  for (let at = 0; at < source.length; at += 1) {
    const line = source[at]!;
    const heading = /^(#{1,6}) +(.*)$/.exec(line);
    const start = /^(?:(\d+)\.|[-*]) +(.*)$/.exec(line);
    if (heading) {
      end();
      blocks.push({ is: 'heading', level: heading[1]!.length, text: inlinesOf(heading[2]!) });
    } else if (start && (lines.length === 0 || start[1] === undefined)) {
      end();
      const paragraphs = [[start[2]!]];
      at = takeIndented(source, at + 1, paragraphs) - 1;
      addItem(
        blocks,
        start[1],
        paragraphs.map((part) => part.join(' ')),
      );
    } else if (line.trim() === '') end();
    else lines.push(line.trim());
  }
  end();
  return blocks;
}

/** Adds what belongs to an item; tells the index of the first line that does not. */
function takeIndented(source: string[], from: number, paragraphs: string[][]): number {
  let at = from;
  for (; at < source.length; at += 1) {
    const line = source[at]!;
    if (/^\s+\S/.test(line)) paragraphs.at(-1)!.push(line.trim());
    else if (line.trim() === '' && /^\s+\S/.test(source[at + 1] ?? '')) paragraphs.push([]);
    else break;
  }
  return at;
}

function addItem(blocks: Block[], number: string | undefined, paragraphs: string[]): void {
  if (number !== undefined) {
    const title = /^\*\*(.+?)\*\*/.exec(paragraphs[0]!)?.[1] ?? '';
    blocks.push({
      is: 'rule',
      number: Number(number),
      title: title.replace(/[.:]$/, ''),
      paragraphs: paragraphs.map(inlinesOf),
    });
    return;
  }
  const last = blocks.at(-1);
  const point = inlinesOf(paragraphs.join(' '));
  if (last?.is === 'points') last.points.push(point);
  else blocks.push({ is: 'points', points: [point] });
}

/** `**strong**`, `*em*` and `` `code` ``; whatever else is there stays text. */
function inlinesOf(text: string): Inline[] {
  const parts = text.split(/(\*\*.+?\*\*|`[^`]+`|\*[^*\s][^*]*\*)/);
  return parts.flatMap((part): Inline[] => {
    if (part === '') return [];
    if (/^\*\*.+\*\*$/.test(part)) return [{ is: 'strong', text: part.slice(2, -2) }];
    if (/^`.+`$/.test(part)) return [{ is: 'code', text: part.slice(1, -1) }];
    if (/^\*.+\*$/.test(part)) return [{ is: 'em', text: part.slice(1, -1) }];
    return [{ is: 'text', text: part }];
  });
}
