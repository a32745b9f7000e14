/** What was typed and not saved, by the name of its form: it outlives the page. Only ever written in a browser. */

const kept = new Map<string, object>();

export function keptEdits<Values extends object>(form: string): Partial<Values> {
  return kept.get(form) ?? {};
}

/** Keeps what was typed; while there is any, the browser asks before it lets go of the desk. Null forgets it. */
export function keepEdits(form: string, edits: object | null): void {
  if (edits) kept.set(form, edits);
  else kept.delete(form);
  if (kept.size > 0) window.addEventListener('beforeunload', ask);
  else window.removeEventListener('beforeunload', ask);
}

function ask(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
