import { type FormEvent, type ReactNode, useId } from 'react';
import { boardOrders, dayKinds } from '@/domain/board-query';
import type { BoardJson } from '@/domain/case-json';
import { outcomes } from '@/domain/decision';
import type { Go } from './desk-link';
import { DidOptions } from './did-options';
import { useMessages } from './use-messages';
import { hasOutcomes, ownOrder, type Place, pageAddress, placeOf, rowsAtFirst } from './views';

type Props = { place: Place; dids: BoardJson['dids']; names: string[]; me: string; onGo: Go };

/** Every filter of a view in one plain form: its address is that of the rows. */
export function FilterForm({ place, dids, names, me, onGo }: Props) {
  const { find, outcomes: outcomeWords } = useMessages();
  const id = useId();
  const { view } = place;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const params = new URLSearchParams();
    for (const [name, value] of new FormData(event.currentTarget)) params.set(name, String(value));
    onGo(pageAddress({ ...placeOf(params, me), limit: rowsAtFirst }));
  };
  const isNewestFirst = ownOrder(view) === 'newest';
  return (
    <form action="/" onSubmit={submit} className="flex flex-col gap-3">
      <input type="hidden" name="view" value={view} />
      {place.q && <input type="hidden" name="q" value={place.q} />}
      {dids.length > 1 && (
        <Labelled of={`${id}-did`} label={find.number}>
          <select id={`${id}-did`} name="did" defaultValue={place.did ?? ''} className="field w-full">
            <DidOptions dids={dids} />
          </select>
        </Labelled>
      )}
      {dids.length < 2 && place.did && <input type="hidden" name="did" value={place.did} />}
      {view !== 'mine' && (
        <Labelled of={`${id}-who`} label={find.who}>
          <input
            id={`${id}-who`}
            name="who"
            list={`${id}-names`}
            defaultValue={place.who ?? ''}
            maxLength={100}
            autoComplete="off"
            className="field w-full"
          />
          <datalist id={`${id}-names`}>
            {names.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </Labelled>
      )}
      {hasOutcomes(view) && (
        <Labelled of={`${id}-outcome`} label={find.outcome}>
          <select
            id={`${id}-outcome`}
            name="outcome"
            defaultValue={place.outcome ?? ''}
            className="field w-full"
          >
            <option value="">{find.anyOutcome}</option>
            {outcomes.map((outcome) => (
              <option key={outcome} value={outcome}>
                {outcomeWords[outcome]}
              </option>
            ))}
          </select>
        </Labelled>
      )}
      <div className="grid grid-cols-2 gap-2">
        <Labelled of={`${id}-from`} label={find.from}>
          <input
            id={`${id}-from`}
            type="date"
            name="from"
            defaultValue={place.from ?? ''}
            className="field w-full"
          />
        </Labelled>
        <Labelled of={`${id}-to`} label={find.to}>
          <input
            id={`${id}-to`}
            type="date"
            name="to"
            defaultValue={place.to ?? ''}
            className="field w-full"
          />
        </Labelled>
      </div>
      <Labelled of={`${id}-on`} label={find.whatLiesIn}>
        <select id={`${id}-on`} name="on" defaultValue={onOf(place)} className="field w-full">
          {dayKinds
            .filter((kind) => kind !== 'closed' || hasOutcomes(view))
            .map((kind) => (
              <option key={kind} value={kind}>
                {find.on[kind]}
              </option>
            ))}
        </select>
      </Labelled>
      {!isNewestFirst && (
        <Labelled of={`${id}-order`} label={find.order}>
          <select
            id={`${id}-order`}
            name="order"
            defaultValue={place.order ?? ownOrder(view)}
            className="field w-full"
          >
            {boardOrders.map((order) => (
              <option key={order} value={order}>
                {find.orders[order]}
              </option>
            ))}
          </select>
        </Labelled>
      )}
      <button type="submit" className="button button-primary h-9 justify-center">
        {find.show}
      </button>
    </form>
  );
}

function Labelled({ of, label, children }: { of: string; label: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={of} className="text-small font-medium">
        {label}
      </label>
      {children}
    </div>
  );
}

/** Whoever looks at what is done means, as a rule, when it was done. */
function onOf({ view, from, to, on }: Place): Place['on'] {
  return view === 'closed' && from === null && to === null ? 'closed' : on;
}
