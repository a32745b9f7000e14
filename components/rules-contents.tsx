import { Mark } from './mark';
import type { Block } from './rules-text';

/** The left rail of the rules: the way back to the desk, and every rule by its title. */
export function RulesContents({ blocks }: { blocks: Block[] }) {
  return (
    <aside className="sticky top-0 hidden h-dvh w-72 shrink-0 flex-col gap-1 overflow-y-auto border-r border-line px-2.5 py-4 md:flex">
      <p className="px-2 pb-3 text-[14px] font-semibold">
        <a href="/" className="flex items-center gap-2.5">
          <Mark />
          Ringback
        </a>
      </p>
      <nav aria-label="Rules">
        <ul className="flex flex-col gap-px">
          {blocks.map((block) =>
            block.is === 'rule' ? (
              <li key={block.number}>
                <a
                  href={`#rule-${block.number}`}
                  className="flex min-h-7 items-baseline gap-2.5 rounded-corner px-2 py-[5px] text-middle hover:bg-hover hover:text-strong"
                >
                  <span className="w-5 shrink-0 text-right text-quiet">{block.number}</span>
                  <span className="min-w-0">{block.title || `Rule ${block.number}`}</span>
                </a>
              </li>
            ) : null,
          )}
        </ul>
      </nav>
    </aside>
  );
}
