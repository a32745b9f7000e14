/**
 * The roles of a table, said aloud: rows on a grid are no table rows to some screen readers
 * (VoiceOver on a phone among them), though the elements say so.
 */
export const asTable = { role: 'table' };
export const asRowGroup = { role: 'rowgroup' };
export const asRow = { role: 'row' };
export const asColumnHeader = { role: 'columnheader' };
export const asCell = { role: 'cell' };
