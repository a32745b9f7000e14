/** Messages at the foot of the page: told at once, shown as soon as the library that shows them has come. */

import type { toast as shown } from 'sonner';

type Show = typeof shown;
type Id = string | number;

let toasterIsHere: (show: Show) => void = () => {};
const library = new Promise<Show>((resolve) => {
  toasterIsHere = resolve;
});
let count = 0;

function telling(pick: (show: Show) => Show | Show['error']) {
  return (text: string, options?: Parameters<Show>[1]): Id => {
    count += 1;
    const id = options?.id ?? `said-${count}`;
    void library.then((show) => pick(show)(text, { ...options, id }));
    return id;
  };
}

/** As sonner's own; the board uses this one, whose first load does not hold the library. */
export const toast = Object.assign(
  telling((show) => show),
  {
    error: telling((show) => show.error),
    dismiss: (id: Id) => void library.then((show) => show.dismiss(id)),
  },
);

export { toasterIsHere };
