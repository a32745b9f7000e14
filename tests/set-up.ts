/** Before each file of tests: a worker runs many, one after the other, and each begins as if it were the first. */

import { afterAll, vi } from 'vitest';
import { closeWhatIsOpen } from './after-the-file';

for (const kept of ['ringbackDesk', 'ringbackLog', 'ringbackMetrics'])
  Reflect.deleteProperty(globalThis, kept);

afterAll(async () => {
  vi.restoreAllMocks();
  await closeWhatIsOpen();
});
