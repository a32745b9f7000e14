'use client';

import { useState } from 'react';
import { useDeskPage } from '@/app/desk-page';
import { Moment } from '@/components/moment';
import { TroubleLine } from '@/components/trouble-line';
import { useAllMessages } from '@/components/use-messages';
import type { loadAudit } from '@/desk/audit';
import type { AllMessages } from '@/messages/all';

type AuditPage = Awaited<ReturnType<typeof loadAudit>>;

/** The newest first, and older ones on request; what is here never changes. */
export function AuditList({ first }: { first: AuditPage }) {
  const m = useAllMessages();
  const { now, zone } = useDeskPage();
  const [older, setOlder] = useState<AuditPage[]>([]);
  const [trouble, tell] = useState<string | null>(null);
  const pages = [first, ...older];
  const next = pages.at(-1)?.next ?? null;

  async function showMore() {
    tell(null);
    const response = await fetch(`/api/audit?before=${next}`, { cache: 'no-store' }).catch(() => null);
    if (!response?.ok) return tell(m.pages.noAnswer);
    const page = (await response.json()) as AuditPage;
    setOlder((before) => [...before, page]);
  }

  return (
    <div className="flex w-full max-w-[820px] flex-col gap-4 px-4 py-5 md:px-5">
      <ol aria-label={m.people.whoDidWhat} className="flex flex-col">
        {pages.flatMap(({ rows }) =>
          rows.map(({ id, at, by, what, about }) => (
            <li key={id} className="flex flex-wrap gap-x-2 border-t border-line py-2 first:border-0">
              <span className="text-quiet">
                <Moment at={at} now={now} zone={zone} />
              </span>
              <span className="min-w-0 wrap-anywhere">
                <strong className="font-semibold">
                  <bdi>{by}</bdi>
                </strong>{' '}
                {m.people.acts[what] ?? what}
              </span>
              <span className="min-w-0 wrap-anywhere text-middle">{aboutLine(about, m)}</span>
            </li>
          )),
        )}
      </ol>
      <TroubleLine>{trouble}</TroubleLine>
      {next !== null && (
        <p>
          <button type="button" className="button needs-script max-md:h-9" onClick={showMore}>
            {m.pages.showMore}
          </button>
        </p>
      )}
    </div>
  );
}

/** "role: Agent, numbers: all" */
function aboutLine(about: Record<string, unknown>, { people }: AllMessages): string {
  return Object.entries(about)
    .map(([name, value]) => `${people.about[name] ?? name}: ${aboutWord(name, value)}`)
    .join(', ');

  function aboutWord(name: string, value: unknown): string {
    if (value === null) return name === 'dids' ? people.all : people.none;
    if (typeof value === 'boolean') return value ? people.yes : people.no;
    if (typeof value !== 'string') return JSON.stringify(value);
    return wordsOf(name)[value] ?? value;
  }

  function wordsOf(name: string): Record<string, string> {
    return name === 'role' ? people.roles : name === 'kind' || name === 'scope' ? people.kinds : {};
  }
}
