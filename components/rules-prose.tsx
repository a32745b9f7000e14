import { Fragment } from 'react';
import type { Block, Inline } from './rules-text';

/** The rules as people read them; every rule has an address of its own, `#rule-9`. */
export function RulesProse({ blocks }: { blocks: Block[] }) {
  return (
    <div className="flex max-w-[70ch] flex-col gap-3 text-[14px] leading-relaxed">
      {blocks.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the text does not change while it is read
        <BlockOf key={at} block={block} />
      ))}
    </div>
  );
}

function BlockOf({ block }: { block: Block }) {
  if (block.is === 'paragraph') {
    return (
      <p className="text-middle">
        <Inlines of={block.text} />
      </p>
    );
  }
  if (block.is === 'points') {
    return (
      <ul className="flex list-disc flex-col gap-1.5 pl-9 text-middle">
        {block.points.map((point, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <li key={at}>
            <Inlines of={point} />
          </li>
        ))}
      </ul>
    );
  }
  if (block.is === 'rule') return <Rule rule={block} />;
  // The page's own heading says what the first one says.
  if (block.level === 1) return null;
  return (
    <h2 className="pt-5 text-title font-semibold">
      <Inlines of={block.text} />
    </h2>
  );
}

function Rule({ rule: { number, paragraphs } }: { rule: Block & { is: 'rule' } }) {
  return (
    <section
      id={`rule-${number}`}
      aria-label={`Rule ${number}`}
      tabIndex={-1}
      className="-mx-3 grid grid-cols-[28px_minmax(0,1fr)] gap-x-2 rounded-corner px-3 py-2 text-middle outline-none target:bg-accent-ground target:text-strong data-named:bg-accent-ground data-named:text-strong"
    >
      <a
        href={`#rule-${number}`}
        aria-label={`Link to rule ${number}`}
        className="self-start pt-px font-semibold text-strong hover:underline"
      >
        {number}
      </a>
      <div className="flex min-w-0 flex-col gap-2">
        {paragraphs.map((text, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <p key={at}>
            <Inlines of={text} />
          </p>
        ))}
      </div>
    </section>
  );
}

function Inlines({ of }: { of: Inline[] }) {
  return of.map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: as above
    <Fragment key={at}>{inline(part)}</Fragment>
  ));
}

function inline({ is, text }: Inline) {
  if (is === 'strong') return <strong className="font-semibold text-strong">{text}</strong>;
  if (is === 'code') return <code className="rounded-[4px] bg-chip px-1 text-small text-strong">{text}</code>;
  if (is === 'em') return <em>{text}</em>;
  return text;
}
