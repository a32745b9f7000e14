import type { MarkedToken, Token } from 'marked';
import { Fragment } from 'react';
import { OneRule } from './one-rule';

/** The rules as people read them, from the tokens of docs/rules.md. */
export function RulesProse({ tokens }: { tokens: Token[] }) {
  return (
    <div className="flex max-w-[70ch] flex-col gap-3 text-[14px] leading-relaxed">
      <Prose tokens={tokens} />
    </div>
  );
}

function Prose({ tokens }: { tokens: Token[] }) {
  return tokens.map((token, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the text does not change while it is read
    <Fragment key={at}>{drawn(token as MarkedToken)}</Fragment>
  ));
}

/** The kinds of text that the rules are written in; any other is shown as it is written. */
function drawn(token: MarkedToken) {
  switch (token.type) {
    case 'heading':
      // The page's own heading says what the first one says.
      if (token.depth === 1) return null;
      return (
        <h2 className="pt-5 text-title font-semibold">
          <Prose tokens={token.tokens} />
        </h2>
      );
    case 'paragraph':
      return (
        <p className="text-middle">
          <Prose tokens={token.tokens} />
        </p>
      );
    case 'list':
      return token.ordered ? (
        token.items.map((item, at) => (
          <OneRule key={item.raw} number={Number(token.start) + at}>
            <Prose tokens={item.tokens} />
          </OneRule>
        ))
      ) : (
        <ul className="flex list-disc flex-col gap-1.5 pl-9 text-middle">
          {token.items.map((item) => (
            <li key={item.raw}>
              <Prose tokens={item.tokens} />
            </li>
          ))}
        </ul>
      );
    case 'text':
      return token.tokens ? <Prose tokens={token.tokens} /> : token.raw;
    case 'strong':
      return (
        <strong className="font-semibold text-strong">
          <Prose tokens={token.tokens} />
        </strong>
      );
    case 'em':
      return (
        <em>
          <Prose tokens={token.tokens} />
        </em>
      );
    case 'codespan':
      return <code className="rounded-[4px] bg-chip px-1 text-small text-strong">{token.text}</code>;
    default:
      return token.raw;
  }
}
