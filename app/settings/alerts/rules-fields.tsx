'use client';

import { DidsField } from '@/components/dids-field';
import { useAllMessages } from '@/components/use-messages';
import { alertReasons, type ChannelRules } from '@/domain/alert';
import type { BoardJson } from '@/domain/case-json';
import { type Language, languages } from '@/messages/languages';
import { Labelled } from '../../data/labelled';

type Props = {
  /** Tells the fields of this form from those of others. */
  id: string;
  dids: BoardJson['dids'];
  rules: ChannelRules;
  onChange: (rules: ChannelRules) => void;
};

/** What a channel hears of, and when not. */
export function RulesFields({ id, dids, rules, onChange }: Props) {
  const { alerts: m } = useAllMessages();
  const set = (change: Partial<ChannelRules>) => onChange({ ...rules, ...change });
  const quiet = rules.quiet ?? { from: '', to: '' };
  return (
    <>
      <fieldset className="flex flex-col gap-1">
        <legend className="pb-1 font-medium">{m.reasons}</legend>
        {alertReasons.map((reason) => (
          <label key={reason} className="flex min-h-7 items-center gap-2">
            <input
              type="checkbox"
              checked={rules.reasons.includes(reason)}
              onChange={({ target }) =>
                set({
                  reasons: alertReasons.filter((one) =>
                    one === reason ? target.checked : rules.reasons.includes(one),
                  ),
                })
              }
            />
            {m.ofReason[reason]}
          </label>
        ))}
      </fieldset>
      <DidsField id={`dids-${id}`} dids={dids} value={rules.dids} onChange={(dids) => set({ dids })} />
      <fieldset className="flex flex-col gap-1">
        <legend className="pb-1 font-medium">{m.quiet}</legend>
        <p className="flex flex-wrap items-center gap-2">
          {(['from', 'to'] as const).map((end) => (
            <label key={end} className="flex items-center gap-2">
              {end === 'from' ? m.quietFrom : m.quietTo}
              <input
                type="time"
                className="field"
                required={rules.quiet !== null}
                value={quiet[end]}
                onChange={({ target }) => {
                  const next = { ...quiet, [end]: target.value };
                  set({ quiet: next.from || next.to ? next : null });
                }}
              />
            </label>
          ))}
        </p>
        <p className="text-small text-quiet">{m.quietLine}</p>
      </fieldset>
      <label className="flex min-h-7 items-center gap-2">
        <input
          type="checkbox"
          checked={rules.showsCaller}
          onChange={({ target }) => set({ showsCaller: target.checked })}
        />
        {m.showsCaller}
      </label>
      <Labelled label={m.language}>
        <select
          className="field"
          value={rules.language}
          onChange={({ target }) => set({ language: target.value as Language })}
        >
          {Object.entries(languages).map(([language, name]) => (
            <option key={language} value={language} lang={language}>
              {name}
            </option>
          ))}
        </select>
      </Labelled>
    </>
  );
}
