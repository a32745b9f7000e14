'use client';

import { useDeskPage } from '@/app/desk-page';
import { DeskLink } from '@/components/desk-link';
import { Moment } from '@/components/moment';
import { useAllMessages } from '@/components/use-messages';
import { didWord } from '@/components/words';
import type { TokenJson } from '@/desk/tokens';
import type { BoardJson } from '@/domain/case-json';

type Props = { token: TokenJson; dids: BoardJson['dids']; isBusy: boolean; onRevoke: (id: string) => void };

/** One token: what it is for, when it was used, and how it ends. */
export function TokenRow({ token, dids, isBusy, onRevoke }: Props) {
  const { id, kind, name, did, fingerprint, createdAt, createdBy, lastUsedAt, revokedAt, revokedBy } = token;
  const { data } = useAllMessages();
  const { now, zone } = useDeskPage();
  const at = (instant: string) => <Moment at={instant} now={now} zone={zone} />;
  const shown = dids.find(({ key }) => key === did);
  const aloud = (words: string) => <span className="sr-only">{words}</span>;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line py-2.5 first:border-0">
      <div className="min-w-0 grow basis-60">
        <p>
          <strong className="font-semibold wrap-anywhere">{name}</strong>{' '}
          <span className="text-middle">
            {data.ofKind[kind]}
            {did && `, ${shown ? didWord(shown) : did}`}
          </span>
        </p>
        <p className="text-small text-quiet">
          {createdAt && createdBy ? (
            <>
              {data.madeBy(createdBy, at(createdAt))},{' '}
              {lastUsedAt ? data.lastUsed(at(lastUsedAt)) : data.notUsed}
            </>
          ) : (
            data.ofEnvironment
          )}
          {revokedAt && <>, {data.revokedBy(revokedBy ?? '', at(revokedAt))}</>}
        </p>
      </div>
      {kind === 'webhook' && (
        <DeskLink to={`/data/withdrawal?token=${fingerprint}`} className="button max-md:h-9">
          {data.withdraw(aloud, name)}
        </DeskLink>
      )}
      {id && !revokedAt && (
        <button
          type="button"
          className="button needs-script max-md:h-9"
          disabled={isBusy}
          onClick={() => onRevoke(id)}
        >
          {data.revoke(aloud, name)}
        </button>
      )}
    </li>
  );
}
