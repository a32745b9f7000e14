'use client';

import { useState } from 'react';
import { useDeskPage } from '@/app/desk-page';
import { Moment } from '@/components/moment';
import { TroubleLine } from '@/components/trouble-line';
import type { loadAudit } from '@/desk/audit';

type AuditPage = Awaited<ReturnType<typeof loadAudit>>;

/** The newest first, and older ones on request; what is here never changes. */
export function AuditList({ first }: { first: AuditPage }) {
  const { now, zone } = useDeskPage();
  const [older, setOlder] = useState<AuditPage[]>([]);
  const [trouble, tell] = useState<string | null>(null);
  const pages = [first, ...older];
  const next = pages.at(-1)?.next ?? null;

  async function showMore() {
    tell(null);
    const response = await fetch(`/api/audit?before=${next}`, { cache: 'no-store' }).catch(() => null);
    if (!response?.ok) return tell('The desk did not answer. Try again.');
    const page = (await response.json()) as AuditPage;
    setOlder((before) => [...before, page]);
  }

  return (
    <div className="flex w-full max-w-[820px] flex-col gap-4 px-4 py-5 md:px-5">
      <ol aria-label="Who did what" className="flex flex-col">
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
                {what}
              </span>
              <span className="min-w-0 wrap-anywhere text-middle">{aboutLine(about)}</span>
            </li>
          )),
        )}
      </ol>
      <TroubleLine>{trouble}</TroubleLine>
      {next !== null && (
        <p>
          <button type="button" className="button needs-script max-md:h-9" onClick={showMore}>
            Show more
          </button>
        </p>
      )}
    </div>
  );
}

/** "role: agent, dids: all" */
function aboutLine(about: Record<string, unknown>): string {
  const word = (value: unknown) =>
    value === null ? 'all' : typeof value === 'string' ? value : JSON.stringify(value);
  return Object.entries(about)
    .map(([name, value]) => `${name}: ${word(value)}`)
    .join(', ');
}
