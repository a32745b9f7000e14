/** Whether the desk works: for monitors, from anywhere, without a phone number. */

import { json } from '@/app/api/answers';
import { type Health, loadHealth } from '@/desk/health';
import { seldom } from '@/desk/seldom';
import { theDesk } from '@/desk/the-desk';
import { log } from '@/log';
import { version } from '@/package.json';

export const dynamic = 'force-dynamic';

export async function GET(): Promise<Response> {
  const health = await theDesk().then(loadHealth).catch(notOpened);
  if ('trouble' in health) return json({ status: 'down', reason: health.trouble, version }, 503);
  const { revision, lastDeliveryAt: at } = health;
  return json({
    status: 'ok',
    revision,
    lastDeliveryAt: at === null ? null : new Date(at).toISOString(),
    version,
  });
}

const tell = seldom((times, err) => log().error({ times, err }, 'The desk does not open.'));

function notOpened(err: unknown): Health {
  tell(err);
  return { trouble: 'The database cannot be opened.' };
}
