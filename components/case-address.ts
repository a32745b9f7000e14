/** The address of a case at the side of the rows: the place of the rows, and `case=<id>`. */

import { type Place, pageAddress, placeParams } from './views';

/** The address that shows a case beside these rows; without one that of the rows alone. */
export function caseAddress(place: Partial<Place>, caseId: string | null): string {
  if (caseId === null) return pageAddress(place);
  const params = placeParams(place);
  params.set('case', caseId);
  return `/?${params}`;
}

/** The id of the case that an address shows at the side. */
export function caseIn(params: URLSearchParams): string | null {
  return params.get('case')?.trim().slice(0, 200) || null;
}
