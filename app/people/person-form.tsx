'use client';

import { type FormEvent, useState } from 'react';
import { DidsField } from '@/components/dids-field';
import { RoleField } from '@/components/role-field';
import { useAllMessages } from '@/components/use-messages';
import type { BoardJson } from '@/domain/case-json';
import type { People } from './people-fetch';

type Props = {
  person: People[number];
  dids: BoardJson['dids'];
  onSave: (change: object) => Promise<void>;
  onCancel: () => void;
};

/** What an admin changes about somebody. */
export function PersonForm({ person, dids, onSave, onCancel }: Props) {
  const m = useAllMessages();
  const [role, setRole] = useState(person.role);
  const [limit, setLimit] = useState(person.dids);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void onSave({ role, dids: role === 'admin' ? null : limit });
  };
  return (
    <form
      aria-label={m.people.changeOf(person.name)}
      onSubmit={submit}
      className="flex flex-col items-start gap-3 border-t border-line pt-3"
    >
      <RoleField id={`role-${person.id}`} value={role} onChange={setRole} />
      {role !== 'admin' && (
        <DidsField id={`dids-${person.id}`} dids={dids} value={limit} onChange={setLimit} />
      )}
      <p className="flex gap-2">
        <button type="submit" className="button button-primary max-md:h-9">
          {m.pages.save}
        </button>
        <button type="button" className="button max-md:h-9" onClick={onCancel}>
          {m.pages.cancel}
        </button>
      </p>
    </form>
  );
}
