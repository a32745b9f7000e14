import type { ReactNode } from 'react';
import type { BoardJson } from '@/domain/case-json';
import { presetDays, presets, type ReportQuery } from '@/domain/report-query';
import type { AllMessages } from '@/messages/all';
import { DeskLink } from './desk-link';
import { reportAddress } from './report-words';
import { didWord } from './words';

type Props = {
  query: ReportQuery;
  today: string;
  dids: BoardJson['dids'];
  /** Everybody who can be chosen. */
  people: string[];
  m: AllMessages;
};

/** Which days, numbers and people: a plain form. */
export function ReportFilters({ query, today, dids, people, m }: Props) {
  const { reports } = m;
  const { days } = query;
  return (
    <div className="flex flex-col gap-3 print:hidden">
      <nav aria-label={reports.presetsLabel} className="flex flex-wrap gap-1.5">
        {presets.map((preset) => {
          const those = presetDays(preset, today);
          return (
            <DeskLink
              key={preset}
              to={reportAddress({ ...query, days: those })}
              isCurrent={those.from === days.from && those.to === days.to}
              className="button max-md:h-9 aria-[current]:border-accent aria-[current]:bg-accent-ground aria-[current]:text-accent"
            >
              {reports.presets[preset]}
            </DeskLink>
          );
        })}
      </nav>
      <form action="/reports" aria-label={reports.filters} className="flex flex-wrap items-start gap-2">
        <Day name="from" label={reports.from} value={days.from} />
        <Day name="to" label={reports.to} value={days.to} />
        <Choices heading={reports.numbers} chosen={query.dids.length} m={m}>
          {dids.map((did) => (
            <Choice key={did.key} name="did" value={did.key} isChosen={query.dids.includes(did.key)}>
              {didWord(did)}
            </Choice>
          ))}
        </Choices>
        <Choices heading={reports.people} chosen={query.people.length} m={m}>
          {people.map((name) => (
            <Choice key={name} name="who" value={name} isChosen={query.people.includes(name)}>
              {name}
            </Choice>
          ))}
          <Choice name="nobody" value="1" isChosen={query.people.includes(null)}>
            {reports.nobody}
          </Choice>
        </Choices>
        <button type="submit" className="button button-primary h-8 max-md:h-9">
          {reports.show}
        </button>
      </form>
    </div>
  );
}

function Day({ name, label, value }: { name: string; label: string; value: string }) {
  return (
    <label className="flex items-center gap-1.5 text-small font-medium">
      {label}
      <input type="date" name={name} defaultValue={value} key={value} className="field" />
    </label>
  );
}

/** A list that unfolds without a script. */
function Choices({
  heading,
  chosen,
  m,
  children,
}: {
  heading: string;
  chosen: number;
  m: AllMessages;
  children: ReactNode;
}) {
  return (
    <details className="rounded-corner border border-edge">
      <summary className="px-2.5 py-1.5 text-small font-medium">
        {heading}: {chosen === 0 ? m.reports.all : m.reports.chosen(chosen)}
      </summary>
      <fieldset className="flex max-h-64 flex-col overflow-y-auto px-2.5 pb-2">
        <legend className="sr-only">{heading}</legend>
        {children}
      </fieldset>
    </details>
  );
}

type ChoiceProps = { name: string; value: string; isChosen: boolean; children: string };

function Choice({ name, value, isChosen, children }: ChoiceProps) {
  return (
    <label className="flex min-h-7 items-center gap-2">
      <input type="checkbox" name={name} value={value} defaultChecked={isChosen} />
      <bdi>{children}</bdi>
    </label>
  );
}
