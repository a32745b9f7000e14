'use client';

import { useState } from 'react';
import type { Go } from '@/components/desk-link';
import { type SavedViewJson, SavedViews } from '@/components/saved-views';
import { useEver } from '@/components/use-ever';
import { SavedViewsDialog } from './pieces';
import { useSavedViews } from './saved-views';

type Shown = {
  /** The query of the board's address; null on a page beside it. */
  current: string | null;
  /** The same in words. */
  words: string | null;
  onGo?: Go;
};

/** The reader's own views: as the list for the rail and for the filters, and the dialog that changes them. */
export function useOwnViews(first: SavedViewJson[], { current, words, onGo }: Shown) {
  const { views, save, rename, remove } = useSavedViews(first);
  const [isOpen, setOpen] = useState(false);
  const [trouble, tell] = useState<string | null>(null);
  const run = async (act: Promise<string | null>, thenClose = false) => {
    const said = await act;
    tell(said);
    if (said === null && thenClose) setOpen(false);
  };
  const open = () => {
    tell(null);
    setOpen(true);
  };
  const list = (id: string) => (
    <SavedViews id={id} views={views} current={current} onGo={onGo} onEdit={open} />
  );
  const wasOpen = useEver(isOpen);
  const dialog = wasOpen && (
    <SavedViewsDialog
      views={views}
      now={words}
      isOpen={isOpen}
      trouble={trouble}
      onClose={() => setOpen(false)}
      onSave={(name) => void run(save(name, current ?? ''), true)}
      onRename={(id, name) => void run(rename(id, name))}
      onRemove={(id) => void run(remove(id))}
    />
  );
  return { list, dialog, open };
}
