import type { Token, Tokens } from 'marked';
import type { AllMessages } from '@/messages/all';
import { Mark } from './mark';

/** The left rail of the rules: the way back to the desk, and every rule by its title. */
export function RulesContents({ tokens, m }: { tokens: Token[]; m: AllMessages }) {
  return (
    <aside className="sticky top-0 hidden h-dvh w-72 shrink-0 flex-col gap-1 overflow-y-auto border-r border-line px-2.5 py-4 md:flex">
      <p className="px-2 pb-3 text-[14px] font-semibold">
        <a href="/" className="flex items-center gap-2.5">
          <Mark />
          Ringback
        </a>
      </p>
      <nav aria-label={m.pages.rules}>
        <ul className="flex flex-col gap-px">
          {tokens
            .flatMap((token) => rulesIn(token, m))
            .map(({ number, title }) => (
              <li key={number}>
                <a
                  href={`#rule-${number}`}
                  className="flex min-h-7 items-baseline gap-2.5 rounded-corner px-2 py-[5px] text-middle hover:bg-hover hover:text-strong"
                >
                  <span className="w-5 shrink-0 text-right text-quiet">{number}</span>
                  <span className="min-w-0">{title}</span>
                </a>
              </li>
            ))}
        </ul>
      </nav>
    </aside>
  );
}

/** A rule's title is what stands in bold at its beginning. */
function rulesIn(token: Token, { story }: AllMessages): { number: number; title: string }[] {
  if (token.type !== 'list' || !token.ordered) return [];
  const { start, items } = token as Tokens.List;
  return items.map(({ text }, at) => {
    const number = Number(start) + at;
    return { number, title: /^\*\*(.+?)[.:]?\*\*/.exec(text)?.[1] ?? story.rule(number) };
  });
}
