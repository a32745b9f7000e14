import { type ReactNode, useId } from 'react';
import type { BoardJson } from '@/domain/case-json';
import { directions } from '@/domain/leg';
import { mayDo, type Person, sightOf } from '@/domain/person';
import { verdicts } from '@/domain/verdict';
import { DidOptions } from './did-options';
import { ExportLink } from './export-link';
import { useAllMessages } from './use-messages';

type Props = { asked: URLSearchParams; dids: BoardJson['dids']; by: Person };

/** Which calls are listed: a plain form. */
export function CallFilters({ asked, dids, by }: Props) {
  const m = useAllMessages();
  const { find } = m;
  const of = (name: string) => asked.get(name) ?? '';
  return (
    <form action="/calls" className="flex flex-wrap items-end gap-2 px-4 md:px-5 max-md:[&>*]:grow">
      {!sightOf(by).isMasked && (
        <Labelled label={find.nameOrNumber}>
          {(id) => (
            <input
              id={id}
              name="q"
              defaultValue={of('q')}
              maxLength={100}
              autoComplete="off"
              className="field w-full"
            />
          )}
        </Labelled>
      )}
      <Labelled label={find.number}>
        {(id) => (
          <select id={id} name="did" defaultValue={of('did')} className="field w-full">
            <DidOptions dids={dids} />
          </select>
        )}
      </Labelled>
      <Labelled label={find.direction}>
        {(id) => (
          <select id={id} name="direction" defaultValue={of('direction')} className="field w-full">
            <option value="">{find.bothDirections}</option>
            {directions.map((direction) => (
              <option key={direction} value={direction}>
                {find.directions[direction]}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      <Labelled label={find.whatItWas}>
        {(id) => (
          <select id={id} name="verdict" defaultValue={of('verdict')} className="field w-full">
            <option value="">{find.anyVerdict}</option>
            {verdicts.map((verdict) => (
              <option key={verdict} value={verdict}>
                {m.verdicts[verdict]}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      <Labelled label={find.colleague}>
        {(id) => (
          <input
            id={id}
            name="who"
            defaultValue={of('who')}
            maxLength={100}
            autoComplete="off"
            className="field w-full"
          />
        )}
      </Labelled>
      <Labelled label={find.from}>
        {(id) => <input id={id} type="date" name="from" defaultValue={of('from')} className="field w-full" />}
      </Labelled>
      <Labelled label={find.to}>
        {(id) => <input id={id} type="date" name="to" defaultValue={of('to')} className="field w-full" />}
      </Labelled>
      <p className="flex gap-1.5">
        <button type="submit" className="button button-primary h-8 max-md:h-9">
          {find.show}
        </button>
        {asked.size > 0 && (
          <a href="/calls" className="button h-8 max-md:h-9">
            {find.clearAll}
          </a>
        )}
        {mayDo(by, 'export') && <ExportLink to={exportAddress(asked)} />}
      </p>
    </form>
  );
}

function exportAddress(asked: URLSearchParams): string {
  const query = new URLSearchParams(asked);
  for (const name of ['cursor', 'newer', 'limit']) query.delete(name);
  return `/api/calls.csv?${query}`;
}

function Labelled({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="flex min-w-0 flex-col gap-1 md:max-w-44">
      <label htmlFor={id} className="text-small font-medium">
        {label}
      </label>
      {children(id)}
    </div>
  );
}
