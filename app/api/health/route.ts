/** Whether the desk works: for monitors, from anywhere, without a phone number. */

import { json } from '@/app/api/answers';
import { theDesk } from '@/desk/the-desk';
import { version } from '@/package.json';

export const dynamic = 'force-dynamic';

export async function GET(): Promise<Response> {
  try {
    const { store } = await theDesk();
    const revision = await store.read.revision();
    const at = await store.read.lastDeliveryAt();
    const lastDeliveryAt = at === null ? null : new Date(at).toISOString();
    return json({ status: 'ok', revision, lastDeliveryAt, version });
  } catch (error) {
    console.error(error);
    return json({ status: 'down', reason: 'The database cannot be read.', version }, 503);
  }
}
