'use client';

import { useAllMessages } from '@/components/use-messages';

type Props = { codes: string[]; onDone: () => void };

/** Each lets in once where the app is lost; they are shown here and never again. */
export function RecoveryCodes({ codes, onDone }: Props) {
  const { account } = useAllMessages();
  return (
    <div className="flex flex-col gap-3 rounded-corner border border-line bg-panel p-3">
      <p role="status">{account.keepRecoveryCodes}</p>
      <ul aria-label={account.recoveryCodes} className="grid grid-cols-2 gap-x-6 gap-y-1 font-mono">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <p>
        <button type="button" className="button button-primary max-md:h-9" onClick={onDone}>
          {account.haveKept}
        </button>
      </p>
    </div>
  );
}
