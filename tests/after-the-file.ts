/** What a file of tests opened, at its top or within a test, is closed after its last test. */

type Close = () => unknown;

const closes: Close[] = [];

/** For helpers: an `afterAll` that is first said within a running test comes too late, and is never called. */
export function afterTheFile(close: Close): void {
  closes.push(close);
}

/** What was opened last is closed first. */
export async function closeWhatIsOpen(): Promise<void> {
  for (const close of closes.splice(0).reverse()) await close();
}
