'use client';

import { useState } from 'react';
import { toast } from 'sonner';
import { useDeskPage } from '@/app/desk-page';
import { send } from '@/app/send';
import { roleWords } from '@/components/roles';
import { didWord } from '@/components/words';
import type { BoardJson } from '@/domain/case-json';
import type { People } from './people-fetch';
import { PersonForm } from './person-form';

type Props = { person: People[number]; dids: BoardJson['dids']; onChanged: () => Promise<unknown> };

/** One person: what they may do and see, and whether they can come in. */
export function PersonCard({ person, dids, onChanged }: Props) {
  const { by } = useDeskPage();
  const [isEdited, edit] = useState(false);
  const { id, name, email, role, isDisabled, hasSecondFactor } = person;

  async function change(what: object) {
    const sent = await send('PATCH', `/api/people/${encodeURIComponent(id)}`, what);
    if (sent.is === 'done') {
      toast(`Saved: ${name}`);
      edit(false);
    } else toast.error(sent.sentence);
    await onChanged();
  }

  const whom = <span className="sr-only"> {name}</span>;
  return (
    <li className="flex flex-col gap-3 rounded-corner border border-line bg-panel p-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <p className="min-w-0 grow basis-60">
          <strong className="font-semibold wrap-anywhere">
            <bdi>{name}</bdi>
          </strong>
          {id === by.id && <span className="text-quiet"> (you)</span>}{' '}
          <span className="text-quiet wrap-anywhere">{email}</span>
          <span className="flex flex-wrap gap-1.5 pt-1">
            <span className="chip">{roleWords[role]}</span>
            {role !== 'admin' && <span className="chip">{numbersWord(person.dids, dids)}</span>}
            <span className="chip">{hasSecondFactor ? 'second factor' : 'no second factor'}</span>
            {isDisabled && <span className="chip text-overdue">disabled</span>}
          </span>
        </p>
        <p className="needs-script flex gap-2">
          <button
            type="button"
            className="button max-md:h-9"
            aria-expanded={isEdited}
            onClick={() => edit(!isEdited)}
          >
            Change{whom}
          </button>
          {id !== by.id && (
            <button
              type="button"
              className="button max-md:h-9"
              onClick={() => change({ isDisabled: !isDisabled })}
            >
              {isDisabled ? 'Enable' : 'Disable'}
              {whom}
            </button>
          )}
        </p>
      </div>
      {isEdited && <PersonForm person={person} dids={dids} onSave={change} onCancel={() => edit(false)} />}
    </li>
  );
}

function numbersWord(keys: string[] | null, dids: BoardJson['dids']): string {
  if (keys === null) return 'all numbers';
  const words = keys.map((key) => {
    const did = dids.find((other) => other.key === key);
    return did ? didWord(did) : key;
  });
  return words.length === 0 ? 'no number' : words.length <= 3 ? words.join(', ') : `${words.length} numbers`;
}
