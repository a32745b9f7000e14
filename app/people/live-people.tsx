'use client';

import useSWR from 'swr';
import { useAllMessages } from '@/components/use-messages';
import type { BoardJson } from '@/domain/case-json';
import { InviteForm } from './invite-form';
import { fetchPeople, type People } from './people-fetch';
import { PersonCard } from './person-card';

type Props = { first: People; dids: BoardJson['dids'] };

/** The people of the desk, each with what an admin can change, and the form that invites others. */
export function LivePeople({ first, dids }: Props) {
  const m = useAllMessages();
  const { data: people = first, mutate } = useSWR('people', fetchPeople, {
    fallbackData: first,
    revalidateOnMount: false,
  });
  const refresh = () => mutate().catch(() => undefined);
  return (
    <div className="flex w-full max-w-[820px] flex-col gap-8 px-4 py-5 md:px-5">
      <section aria-labelledby="invite" className="needs-script flex flex-col gap-3">
        <h2 id="invite" className="text-title font-semibold">
          {m.people.invite}
        </h2>
        <InviteForm dids={dids} />
      </section>
      <section aria-labelledby="here" className="flex flex-col gap-3">
        <h2 id="here" className="text-title font-semibold">
          {m.people.here}
        </h2>
        <ul className="flex flex-col gap-3" aria-labelledby="here">
          {people.map((person) => (
            <PersonCard key={person.id} person={person} dids={dids} onChanged={refresh} />
          ))}
        </ul>
      </section>
    </div>
  );
}
