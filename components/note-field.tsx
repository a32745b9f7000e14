'use client';

import { useState } from 'react';
import { noteId, type OnDecide, type RowEvents } from './row-events';
import { useMessages } from './use-messages';

type Props = { rowKey: string; draft: string; onDecide: OnDecide; onDraft: RowEvents['onDraft'] };

/** A note on the case: typed here, kept as a draft by the board, saved alone or along with an outcome. */
export function NoteField({ rowKey, draft, onDecide, onDraft }: Props) {
  const [isEmpty, setIsEmpty] = useState(draft.trim() === '');
  const { note } = useMessages().row;
  const id = noteId(rowKey);
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-small text-middle">
        {note.label}{' '}
        <span aria-hidden="true" className="key ml-1 max-md:hidden">
          a
        </span>
      </label>
      <textarea
        id={id}
        rows={3}
        maxLength={2000}
        defaultValue={draft}
        placeholder={note.placeholder}
        onChange={(event) => {
          setIsEmpty(event.target.value.trim() === '');
          onDraft(rowKey, event.target.value);
        }}
        className="field-sizing-content max-h-60 min-h-18 w-full resize-y rounded-corner border border-line bg-ground px-2.5 py-2 max-md:text-[16px]"
      />
      <p className="flex items-center gap-2">
        <button
          type="button"
          className="button max-md:h-9"
          disabled={isEmpty}
          onClick={() => onDecide(rowKey, 'note')}
        >
          {note.save}
        </button>
        {!isEmpty && <span className="text-small text-quiet">{note.goesAlong}</span>}
      </p>
    </div>
  );
}
