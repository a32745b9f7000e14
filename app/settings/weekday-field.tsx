'use client';

import { Plus, X } from '@/components/icons';
import { useAllMessages } from '@/components/use-messages';
import { described, FieldMessage, fieldId, type Wrong } from './field';
import type { Day } from './typed-values';

const mostSpans = 6;

type Props = {
  form: string;
  /** Sunday is 0. */
  day: number;
  spans: Day;
  wrong: Wrong;
  onChange: (spans: Day) => void;
};

/** The spans of one weekday; none is a day on which nobody is there. */
export function WeekdayField({ form, day, spans, wrong, onChange }: Props) {
  const path = `settings.week.${day}`;
  const { settings } = useAllMessages();
  const name = settings.weekdays[day]!;
  const withSpan = (at: number, change: Partial<Day[number]>) =>
    onChange(spans.map((span, other) => (other === at ? { ...span, ...change } : span)));
  return (
    <fieldset id={fieldId(form, path)} className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <legend className="sr-only">{name}</legend>
      <span aria-hidden="true" className="w-24 text-middle">
        {name}
      </span>
      {spans.length === 0 && <span className="text-quiet">{settings.closed}</span>}
      {spans.map(({ opens, closes }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a span is known by its place, as the desk tells of it
        <span key={at} className="flex items-center gap-1">
          <input
            {...described(form, `${path}.${at}.opens`, wrong)}
            type="time"
            aria-label={settings.opens(name)}
            className="field"
            value={opens}
            onChange={(event) => withSpan(at, { opens: event.target.value })}
          />
          –
          <input
            {...described(form, `${path}.${at}.closes`, wrong)}
            type="time"
            aria-label={settings.closes(name)}
            className="field"
            value={closes === '24:00' ? '00:00' : closes}
            onChange={(event) =>
              withSpan(at, { closes: event.target.value === '00:00' ? '24:00' : event.target.value })
            }
          />
          <button
            type="button"
            className="flex size-7 items-center justify-center rounded-corner text-quiet hover:bg-hover hover:text-strong"
            onClick={() => onChange(spans.filter((_, other) => other !== at))}
          >
            <X className="size-3.5" />
            <span className="sr-only">{settings.removeHours(name, opens, closes)}</span>
          </button>
        </span>
      ))}
      {spans.length < mostSpans && (
        <button
          type="button"
          className="flex size-7 items-center justify-center rounded-corner text-quiet hover:bg-hover hover:text-strong"
          onClick={() => onChange([...spans, nextSpan(spans)])}
        >
          <Plus className="size-3.5" />
          <span className="sr-only">{settings.addHours(name)}</span>
        </button>
      )}
      <div className="basis-full empty:hidden md:pl-26">
        {spans.map((_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <SpanMessages key={at} form={form} path={`${path}.${at}`} wrong={wrong} />
        ))}
        <FieldMessage form={form} path={path} wrong={wrong?.field === path ? wrong : null} />
      </div>
    </fieldset>
  );
}

function SpanMessages({ form, path, wrong }: { form: string; path: string; wrong: Wrong }) {
  return (
    <>
      <FieldMessage form={form} path={`${path}.opens`} wrong={wrong} />
      <FieldMessage form={form} path={`${path}.closes`} wrong={wrong} />
    </>
  );
}

function nextSpan(spans: Day): Day[number] {
  const last = spans.at(-1);
  return last && last.closes < '18:00'
    ? { opens: last.closes, closes: '18:00' }
    : { opens: '09:00', closes: '18:00' };
}
