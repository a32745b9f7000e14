'use client';

import { useState } from 'react';
import { useDeskPage } from '@/app/desk-page';
import { send } from '@/app/send';
import { toast } from '@/app/toast';
import { troubleWord } from '@/app/trouble-word';
import { useAllMessages } from '@/components/use-messages';
import { didWord } from '@/components/words';
import type { BoardJson } from '@/domain/case-json';
import type { AllMessages } from '@/messages/all';
import type { People } from './people-fetch';
import { PersonForm } from './person-form';

type Props = { person: People[number]; dids: BoardJson['dids']; onChanged: () => Promise<unknown> };

/** One person: what they may do and see, and whether they can come in. */
export function PersonCard({ person, dids, onChanged }: Props) {
  const m = useAllMessages();
  const { by } = useDeskPage();
  const [isEdited, edit] = useState(false);
  const { id, name, email, role, isDisabled, hasSecondFactor } = person;

  async function change(what: object) {
    const sent = await send('PATCH', `/api/people/${encodeURIComponent(id)}`, what);
    if (sent.is === 'done') {
      toast(m.pages.savedWhat(name));
      edit(false);
    } else toast.error(troubleWord(sent, m));
    await onChanged();
  }

  const aloud = (words: string) => <span className="sr-only">{words}</span>;
  return (
    <li className="flex flex-col gap-3 rounded-corner border border-line bg-panel p-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <p className="min-w-0 grow basis-60">
          <strong className="font-semibold wrap-anywhere">
            <bdi>{name}</bdi>
          </strong>
          {id === by.id && <span className="text-quiet"> {m.people.you}</span>}{' '}
          <span className="text-quiet wrap-anywhere">{email}</span>
          <span className="flex flex-wrap gap-1.5 pt-1">
            <span className="chip">{m.people.roles[role]}</span>
            {role !== 'admin' && <span className="chip">{numbersWord(person.dids, dids, m)}</span>}
            <span className="chip">{hasSecondFactor ? m.people.secondFactor : m.people.noSecondFactor}</span>
            {isDisabled && <span className="chip text-overdue">{m.people.disabled}</span>}
          </span>
        </p>
        <p className="needs-script flex gap-2">
          <button
            type="button"
            className="button max-md:h-9"
            aria-expanded={isEdited}
            onClick={() => edit(!isEdited)}
          >
            {m.people.change(aloud, name)}
          </button>
          {id !== by.id && (
            <button
              type="button"
              className="button max-md:h-9"
              onClick={() => change({ isDisabled: !isDisabled })}
            >
              {isDisabled ? m.people.enable(aloud, name) : m.people.disable(aloud, name)}
            </button>
          )}
        </p>
      </div>
      {isEdited && <PersonForm person={person} dids={dids} onSave={change} onCancel={() => edit(false)} />}
    </li>
  );
}

function numbersWord(keys: string[] | null, dids: BoardJson['dids'], { people }: AllMessages): string {
  if (keys === null) return people.allNumbers;
  const words = keys.map((key) => {
    const did = dids.find((other) => other.key === key);
    return did ? didWord(did) : key;
  });
  if (words.length === 0) return people.noNumber;
  return words.length <= 3 ? words.join(', ') : people.someNumbers(words.length);
}
