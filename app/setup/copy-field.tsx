'use client';

import { useRef, useState } from 'react';
import { useAllMessages } from '@/components/use-messages';

type Props = { id: string; label: string; hint: string; text: string };

/** A text to be copied by one button. */
export function CopyField({ id, label, hint, text }: Props) {
  const { setup } = useAllMessages().first;
  const field = useRef<HTMLInputElement>(null);
  const [word, setWord] = useState(setup.copy);

  async function copy(): Promise<void> {
    // Where the browser does not let a page copy, it is selected for Ctrl+C.
    field.current?.select();
    const isCopied = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    setWord(isCopied ? setup.copied : setup.pressKeys);
  }

  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <p className="flex flex-wrap gap-2">
        <input
          ref={field}
          id={id}
          readOnly
          value={text}
          aria-describedby={`${id}-hint`}
          className="field min-w-0 grow basis-60 font-mono text-small"
          onFocus={(event) => event.target.select()}
        />
        <button type="button" className="button button-primary needs-script h-8 max-md:h-9" onClick={copy}>
          <span aria-live="polite">{word}</span>
        </button>
      </p>
      <p id={`${id}-hint`} className="text-small text-quiet">
        {hint}
      </p>
    </div>
  );
}
