import type { CaseJson } from '@/domain/case-json';
import { RuleLink } from './rule-link';
import { useAllMessages } from './use-messages';
import { whyLines } from './why';

type Props = { shownCase: CaseJson; now: number; zone: string };

/** The short answer: why this caller is on the desk, or is no longer. */
export function CaseAnswer({ shownCase, now, zone }: Props) {
  const m = useAllMessages();
  return (
    <ul className="flex max-w-[70ch] flex-col gap-1.5">
      {whyLines(shownCase, now, zone, m).map(({ line, rules }) => (
        <li key={line}>
          {line}{' '}
          <span className="inline-flex flex-wrap gap-x-2 text-small text-quiet">
            {rules.map((rule) => (
              <RuleLink key={rule} rule={rule} />
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}
