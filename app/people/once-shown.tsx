'use client';

import { useEffect, useRef, useState } from 'react';
import { useAllMessages } from '@/components/use-messages';

type Props = { label: string; text: string; line: string; onDone: () => void };

/** A secret that is shown once, to be copied. */
export function OnceShown({ label, text, line, onDone }: Props) {
  const m = useAllMessages();
  const field = useRef<HTMLInputElement>(null);
  const [word, setWord] = useState<'copy' | 'copied' | 'pressCopy'>('copy');
  useEffect(() => field.current?.select(), []);
  async function copy() {
    // Where the browser does not let a page copy, it is selected for Ctrl+C.
    field.current?.select();
    const isCopied = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    setWord(isCopied ? 'copied' : 'pressCopy');
  }
  return (
    <div className="flex flex-col gap-2 rounded-corner border border-line bg-panel p-3">
      <label htmlFor="once-shown" className="font-medium">
        {label}
      </label>
      <input
        ref={field}
        id="once-shown"
        readOnly
        value={text}
        aria-describedby="once-shown-line"
        className="field w-full font-mono text-small"
      />
      <p id="once-shown-line" className="text-middle">
        {line}
      </p>
      <p className="flex gap-2">
        <button type="button" className="button button-primary max-md:h-9" onClick={copy}>
          <span aria-live="polite">{m.people[word]}</span>
        </button>
        <button type="button" className="button max-md:h-9" onClick={onDone}>
          {m.pages.done}
        </button>
      </p>
    </div>
  );
}
