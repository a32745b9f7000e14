'use client';

import { useEffect } from 'react';

/** Marks the rule that the address names: `:target` is only set where the browser itself went there. */
export function NamedRule() {
  useEffect(() => {
    const mark = () => {
      document.querySelector('[data-named]')?.removeAttribute('data-named');
      document.getElementById(window.location.hash.slice(1))?.setAttribute('data-named', '');
    };
    mark();
    window.addEventListener('hashchange', mark);
    return () => window.removeEventListener('hashchange', mark);
  }, []);
  return null;
}
