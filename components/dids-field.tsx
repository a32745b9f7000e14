import type { BoardJson } from '@/domain/case-json';
import { useAllMessages } from './use-messages';
import { didWord } from './words';

type Props = {
  id: string;
  dids: BoardJson['dids'];
  /** The keys of the numbers that they see; null for all. */
  value: string[] | null;
  onChange: (value: string[] | null) => void;
};

/** Which of our numbers somebody sees. */
export function DidsField({ id, dids, value, onChange }: Props) {
  const { people } = useAllMessages();
  const choose = (key: string, isChosen: boolean) =>
    onChange(isChosen ? [...(value ?? []), key] : (value ?? []).filter((other) => other !== key));
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="pb-1 font-medium">{people.numbers}</legend>
      <label className="flex min-h-7 items-center gap-2">
        <input type="radio" name={id} checked={value === null} onChange={() => onChange(null)} />
        {people.allOfThem}
      </label>
      <label className="flex min-h-7 items-center gap-2">
        <input type="radio" name={id} checked={value !== null} onChange={() => onChange(value ?? [])} />
        {people.onlySome}
      </label>
      {value !== null && (
        <ul className="flex flex-col gap-1 pl-6">
          {dids.map((did) => (
            <li key={did.key}>
              <label className="flex min-h-7 items-center gap-2">
                <input
                  type="checkbox"
                  checked={value.includes(did.key)}
                  onChange={(event) => choose(did.key, event.target.checked)}
                />
                <span className="min-w-0 wrap-anywhere">{didWord(did)}</span>
              </label>
            </li>
          ))}
          {dids.length === 0 && <li className="text-middle">{people.noNumberYet}</li>}
        </ul>
      )}
    </fieldset>
  );
}
