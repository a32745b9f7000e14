import type { BoardJson } from '@/domain/case-json';
import { useMessages } from './use-messages';
import { didWord } from './words';

/** Our numbers to choose from, or all of them. */
export function DidOptions({ dids }: { dids: BoardJson['dids'] }) {
  const { find } = useMessages();
  return (
    <>
      <option value="">{find.allNumbers}</option>
      {dids.map((did) => (
        <option key={did.key} value={did.key}>
          {didWord(did)}
        </option>
      ))}
    </>
  );
}
