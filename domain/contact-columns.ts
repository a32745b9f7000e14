/** Which columns of a list of contacts hold names and numbers: by their headers, as phones and mail programs write them. */

import type { ColumnRole } from './column-roles';
import { isNumberText } from './contact-lines';
import { oneLine } from './contact-names';

const wholeNames =
  /^(full|display|contact|caller|customer|client|party)?names?$|^(contact|customer|client|caller|नाम)$/;
/** Google's and Outlook's parts of a name, which stand in this order. */
const partsOfNames = /^(first|given|middle|additional|last|family|sur)name$/;
const companies = /^(company|organi[sz]ation)(\d*name)?$/;
const numbers =
  /^(phone|mobile|telephone|tel|cell|number|whatsapp|contact|caller)(phone|no|number|num)?s?\d*$|^phone\d+value$|^(mobile|business|home|primary|other|car|companymain|work|cell)phone\d?$|^(फोन|मोबाइल|नंबर)$/;

/** The roles that the headers tell, or null where the first line is no header. */
export function rolesByHeader(first: string[]): ColumnRole[] | null {
  const roles = first.map(roleOf);
  // A first line with a number in it is a contact already.
  if (first.some(isNumberText) || !roles.some((role) => role !== 'none')) return null;
  const hasWhole = first.some((header) => wholeNames.test(plain(header)));
  return roles.map((role, index) =>
    role === 'name' && hasWhole && !wholeNames.test(plain(first[index]!)) ? 'none' : role,
  );
}

/** Without headers: numbers where a number stands, and the name in the first other column that holds anything. */
export function rolesByContent(first: string[]): ColumnRole[] {
  const name = first.findIndex((cell) => oneLine(cell) !== '' && !isNumberText(cell));
  return first.map((cell, index) => (isNumberText(cell) ? 'number' : index === name ? 'name' : 'none'));
}

function roleOf(header: string): ColumnRole {
  const word = plain(header);
  if (partsOfNames.test(word)) return 'name';
  if (companies.test(word)) return 'company';
  // "Contact" alone is somebody's name.
  if (wholeNames.test(word)) return 'name';
  return numbers.test(word) ? 'number' : 'none';
}

function plain(header: string): string {
  return header
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '')
    .replaceAll('\u093c', '');
}
