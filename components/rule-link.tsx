'use client';

import { DeskLink } from './desk-link';
import { useAllMessages } from './use-messages';

type Props = { rule: number };

/** The number of a rule, as a way to its text. */
export function RuleLink({ rule }: Props) {
  const { story } = useAllMessages();
  return (
    <DeskLink
      to={`/rules#rule-${rule}`}
      className="whitespace-nowrap underline decoration-current/40 underline-offset-2 hover:text-strong hover:decoration-current"
    >
      {story.rule(rule)}
    </DeskLink>
  );
}
