/** A change of settings as it is sent: of the whole desk, or of one DID. */

import { z } from 'zod';
import { deskForm, didForm } from '@/domain/settings-form';

const instant = z.iso
  .datetime({ offset: true, error: 'must be a time such as 2026-11-22T09:12:03Z' })
  .transform((text) => Date.parse(text))
  .optional();

/** As `dids[].key` has it: a number of another form would be nobody's. */
const aNumber = 'must be the key of a number, such as +914471000000';

export const settingsChange = z.discriminatedUnion(
  'scope',
  [
    z.object({
      scope: z.literal('desk'),
      did: z.null().default(null),
      from: instant,
      settings: deskForm,
    }),
    z.object({
      scope: z.literal('did'),
      did: z.string(aNumber).regex(/^(\+?[1-9]\d{6,14}|unknown)$/, aNumber),
      from: instant,
      settings: didForm,
    }),
  ],
  { error: 'must be desk or did' },
);
