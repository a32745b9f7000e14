'use client';

import { useDeskPage } from '@/app/desk-page';
import { DeskLink } from '@/components/desk-link';
import { Moment } from '@/components/moment';
import type { TokenJson } from '@/desk/tokens';

type Props = { token: TokenJson; isBusy: boolean; onRevoke: (id: string) => void };

/** One token: what it is for, when it was used, and how it ends. */
export function TokenRow({ token, isBusy, onRevoke }: Props) {
  const { id, kind, name, fingerprint, createdAt, createdBy, lastUsedAt, revokedAt, revokedBy } = token;
  const { now, zone } = useDeskPage();
  const at = (instant: string) => <Moment at={instant} now={now} zone={zone} />;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line py-2.5 first:border-0">
      <div className="min-w-0 grow basis-60">
        <p>
          <strong className="font-semibold wrap-anywhere">{name}</strong>{' '}
          <span className="text-middle">{kind === 'webhook' ? 'webhook' : 'programs'}</span>
        </p>
        <p className="text-small text-quiet">
          {createdAt && createdBy ? (
            <>
              made by {createdBy} {at(createdAt)},{' '}
              {lastUsedAt ? <>last used {at(lastUsedAt)}</> : 'not used yet'}
            </>
          ) : (
            'from the environment of the server, where it is changed'
          )}
          {revokedAt && (
            <>
              , revoked by {revokedBy} {at(revokedAt)}
            </>
          )}
        </p>
      </div>
      {kind === 'webhook' && (
        <DeskLink to={`/data/withdrawal?token=${fingerprint}`} className="button max-md:h-9">
          Withdraw<span className="sr-only"> what came by {name}</span>
        </DeskLink>
      )}
      {id && !revokedAt && (
        <button
          type="button"
          className="button needs-script max-md:h-9"
          disabled={isBusy}
          onClick={() => onRevoke(id)}
        >
          Revoke<span className="sr-only"> {name}</span>
        </button>
      )}
    </li>
  );
}
