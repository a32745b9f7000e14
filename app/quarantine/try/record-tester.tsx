'use client';

import { type FormEvent, useRef, useState } from 'react';
import { useDeskPage } from '@/app/desk-page';
import { DeskLink } from '@/components/desk-link';
import { useAllMessages } from '@/components/use-messages';
import type { Trial } from '@/desk/try-record';
import type { AllMessages } from '@/messages/all';
import { postRecord, type Tried } from './record-post';
import { TriedCall } from './tried-call';
import { TriedRecord } from './tried-record';

/** A record is pasted, and the desk says how it would read, fold and judge it. */
export function RecordTester() {
  const m = useAllMessages();
  const { zone } = useDeskPage();
  const field = useRef<HTMLTextAreaElement>(null);
  const [isReading, setReading] = useState(false);
  const [tried, setTried] = useState<Tried | null>(null);

  async function read(event: FormEvent) {
    event.preventDefault();
    if (isReading) return;
    setReading(true);
    setTried(await postRecord(field.current?.value ?? ''));
    setReading(false);
  }

  const trouble = tried && 'trouble' in tried ? troubleIn(tried, m) : null;
  return (
    <div className="flex w-full max-w-[820px] flex-col gap-5 px-4 py-5 md:px-5">
      <form onSubmit={read} className="flex flex-col gap-2">
        <label htmlFor="record" className="font-semibold">
          {m.quarantine.paste}
        </label>
        <p id="record-hint" className="text-middle">
          {m.quarantine.pasteHint}
        </p>
        <textarea
          ref={field}
          id="record"
          rows={12}
          spellCheck={false}
          autoComplete="off"
          aria-describedby={trouble ? 'record-hint record-trouble' : 'record-hint'}
          aria-invalid={trouble !== null || undefined}
          className="field field-sizing-content max-h-[60vh] min-h-52 resize-y font-mono text-small"
        />
        <p className="flex items-center gap-3">
          <button type="submit" className="button button-primary max-md:h-9" aria-disabled={isReading}>
            {isReading ? m.quarantine.reading : m.quarantine.readIt}
          </button>
          <DeskLink to="/quarantine" className="text-accent underline underline-offset-2">
            {m.quarantine.seeNotUnderstood}
          </DeskLink>
        </p>
        <p id="record-trouble" role="alert" className="text-overdue empty:hidden">
          {trouble}
        </p>
      </form>
      <div role="status" className="flex flex-col gap-5 empty:hidden">
        {tried && 'trial' in tried && <TrialOf trial={tried.trial} zone={zone} />}
      </div>
    </div>
  );
}

/** The verdict first, then what it was read from. */
function TrialOf({ trial: { records, calls }, zone }: { trial: Trial; zone: string }) {
  const { quarantine } = useAllMessages();
  return (
    <>
      <section aria-labelledby="calls" className="flex flex-col gap-2">
        <h2 id="calls" className="text-title font-semibold">
          {quarantine.calls(calls.length)}
        </h2>
        {calls.length === 0 && <p className="text-middle">{quarantine.noCall}</p>}
        {calls.map((call) => (
          <TriedCall key={call.conversation} call={call} zone={zone} />
        ))}
      </section>
      <section aria-labelledby="records" className="flex flex-col gap-2">
        <h2 id="records" className="text-title font-semibold">
          {quarantine.records(records.length)}
        </h2>
        {records.map((record, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they stand in the order in which they were pasted
          <TriedRecord key={at} record={record} zone={zone} />
        ))}
      </section>
    </>
  );
}

function troubleIn(
  { trouble, said }: Exclude<Tried, { trial: Trial }>,
  { quarantine, pages }: AllMessages,
): string {
  if (said !== undefined) return pages.said(said);
  return trouble === 'nothingPasted' ? quarantine.nothingPasted : pages[trouble];
}
