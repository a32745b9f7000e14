/** A sentence in which something stands that is drawn: a bold word, a link, a time. */

import { createElement, Fragment, type ReactNode } from 'react';

/** `sentence`Or type it in: ${code}`` */
export function sentence(texts: TemplateStringsArray, ...drawn: ReactNode[]): ReactNode {
  return createElement(Fragment, null, ...texts.flatMap((text, at) => [text, drawn[at]]));
}

/** Draws the words that it is given: as a link, in bold. */
export type Draw = (words: string) => ReactNode;
