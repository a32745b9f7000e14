'use client';

import type { FormEvent } from 'react';
import type { Country } from '@/app/settings/places';
import { TextField } from '@/components/text-field';
import { useAlive } from '@/components/use-alive';
import { useAllMessages } from '@/components/use-messages';
import type { SetupJson } from '@/desk/setup';
import { StepButtons } from './step-buttons';
import { useTakeStep } from './take-step';

type Props = {
  saved: SetupJson;
  countries: Country[];
  timeZones: string[];
  onTaken: (saved: SetupJson) => void;
};

/** What the desk is called, and where it is. */
export function NameStep({ saved, countries, timeZones, onTaken }: Props) {
  const { setup } = useAllMessages().first;
  const { isBusy, wrong, take } = useTakeStep('name', onTaken);
  const isAlive = useAlive();

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const [name = '', country = '', timeZone = ''] = ['name', 'country', 'timeZone'].map((field) =>
      String(typed.get(field)),
    );
    void take('done', { name, country, timeZone });
  }

  const wrongOf = (field: string) => (wrong?.field === `desk.${field}` ? wrong.sentence : null);
  const hasField = wrong?.field?.startsWith('desk.') ?? false;
  return (
    <form onSubmit={submit} className="flex flex-col gap-3" aria-labelledby="step-name">
      <TextField
        id="desk-name"
        name="name"
        type="text"
        label={setup.name}
        hint={setup.nameHint}
        wrong={wrongOf('name')}
        defaultValue={saved.name ?? ''}
        maxLength={40}
        autoComplete="organization"
        className="max-w-80"
      />
      <div className="flex flex-col gap-1">
        <label htmlFor="desk-country" className="font-medium">
          {setup.country}
        </label>
        <select
          id="desk-country"
          name="country"
          className="field w-fit"
          defaultValue={saved.country}
          aria-describedby="desk-country-hint"
        >
          {countries.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
        <p id="desk-country-hint" className="text-small text-quiet">
          {setup.countryHint}
        </p>
      </div>
      <datalist id="desk-zones">
        {timeZones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <TextField
        id="desk-zone"
        name="timeZone"
        type="text"
        list="desk-zones"
        label={setup.zone}
        hint={setup.zoneHint}
        wrong={wrongOf('timeZone')}
        defaultValue={saved.timeZone}
        autoComplete="off"
        spellCheck={false}
        className="max-w-80"
      />
      <StepButtons trouble={wrong && !hasField ? wrong.sentence : null} onSkip={() => void take('skipped')}>
        <button
          type="submit"
          className="button button-primary max-md:h-9"
          aria-disabled={isBusy}
          disabled={!isAlive}
        >
          {isBusy ? setup.saving : setup.saveAndGo}
        </button>
      </StepButtons>
    </form>
  );
}
