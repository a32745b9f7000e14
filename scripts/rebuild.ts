/** `npm run rebuild`: folds the calls and cases again from what was kept, after a rule was improved. */

import { rebuild } from '@/desk/rebuild';
import { openDesk } from '@/desk/the-desk';
import { env } from '@/env';

const desk = await openDesk(env());
const started = performance.now();
const folded = await rebuild(desk);
console.log(`Folded ${folded} calls again in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
await desk.close();
