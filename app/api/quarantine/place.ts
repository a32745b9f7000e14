/** The place of a quarantined record in a URL: its delivery and where it stands in it, `12.0`; -1 is the whole body. */

import type { Place } from '@/desk/quarantine';

export function placeIn(text: string): Place | undefined {
  const match = /^(\d{1,15})\.(-1|\d{1,5})$/.exec(text);
  return match ? { deliveryId: Number(match[1]), position: Number(match[2]) } : undefined;
}
