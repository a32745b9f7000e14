/** What a channel for alerts may be. */

import { z } from 'zod';
import type { NewChannel } from '@/desk/alert-channels';
import { alertReasons, channelKinds } from '@/domain/alert';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 22:00');

const longestTarget = 2000;

export const channelName = z
  .string('must be a name')
  .overwrite((text) => text.replaceAll('\0', ''))
  .trim()
  .min(1, 'must not be empty')
  .max(60, 'has at most 60 characters');

export const channelRules = z.object({
  reasons: z
    .array(z.enum(alertReasons, `must be among ${alertReasons.join(', ')}`))
    .min(1, 'must name at least one'),
  dids: z.array(z.string().max(40)).max(500).nullable(),
  quiet: z.object({ from: time, to: time }).nullable(),
  showsCaller: z.boolean(),
  language: z.enum(['en', 'hi'], 'must be en or hi'),
});

const subscription = z.object({
  endpoint: z.url('must be the subscription of a browser').max(longestTarget),
  keys: z.object({ p256dh: z.string().max(200), auth: z.string().max(100) }),
});

const shared = { name: channelName, rules: channelRules };

/** A browser's subscription is kept as JSON. */
export const newChannel: z.ZodType<NewChannel> = z.discriminatedUnion(
  'kind',
  [
    z.object({
      ...shared,
      kind: z.enum(['webhook', 'slack', 'teams']),
      target: z.url('must be an https URL').max(longestTarget),
    }),
    z.object({ ...shared, kind: z.literal('email'), target: z.email('must be an e-mail address').max(254) }),
    z.object({
      ...shared,
      kind: z.literal('push'),
      target: subscription.transform((it) => JSON.stringify(it)),
    }),
  ],
  `must be among ${channelKinds.join(', ')}`,
);
