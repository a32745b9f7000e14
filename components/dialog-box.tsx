'use client';

import { type ReactNode, useEffect, useRef } from 'react';

type Props = { isOpen: boolean; label: string; onClose: () => void; children: ReactNode };

/** A native dialog that is open while its owner says so. */
export function DialogBox({ isOpen, label, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog
      ref={dialog}
      aria-label={label}
      onClose={onClose}
      className="m-auto w-[min(400px,calc(100vw-32px))] rounded-[10px] border border-line bg-panel p-5 text-strong shadow-float backdrop:bg-[rgb(0_0_0/0.35)]"
    >
      {isOpen && children}
    </dialog>
  );
}
