'use client';

import { useState } from 'react';
import { useAllMessages } from '@/components/use-messages';
import type { TokenJson } from '@/desk/tokens';
import type { BoardJson } from '@/domain/case-json';
import { useAct } from '../act';
import { NewToken } from './new-token';
import { TokenRow } from './token-row';

type Props = { first: TokenJson[]; address: string | null; dids: BoardJson['dids'] };

/** The valid tokens, those that were revoked, and a form for a new one. */
export function LiveTokens({ first, address, dids }: Props) {
  const { data } = useAllMessages();
  const [tokens, setTokens] = useState(first);
  const { isBusy, act } = useAct();

  async function refresh(): Promise<void> {
    const response = await fetch('/api/tokens', { cache: 'no-store' });
    if (response.ok) setTokens((await response.json()).tokens);
  }

  async function revoke(id: string): Promise<void> {
    await act('DELETE', `/api/tokens/${id}`);
    await refresh();
  }

  const valid = tokens.filter(({ revokedAt }) => revokedAt === null);
  const revoked = tokens.filter(({ revokedAt }) => revokedAt !== null);
  return (
    <div className="flex w-full max-w-[820px] flex-col gap-6 px-4 py-5 md:px-5">
      <p className="text-middle">{data.tokensLine}</p>
      <ul className="flex flex-col" aria-label={data.validTokens}>
        {valid.map((token) => (
          <TokenRow
            key={token.id ?? token.name}
            token={token}
            dids={dids}
            isBusy={isBusy}
            onRevoke={revoke}
          />
        ))}
      </ul>
      <NewToken address={address} dids={dids} onMade={refresh} />
      {revoked.length > 0 && (
        <section aria-labelledby="revoked" className="flex flex-col gap-2">
          <h2 id="revoked" className="text-title font-semibold">
            {data.revokedTokens}
          </h2>
          <ul className="flex flex-col">
            {revoked.map((token) => (
              <TokenRow key={token.id} token={token} dids={dids} isBusy={isBusy} onRevoke={revoke} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
