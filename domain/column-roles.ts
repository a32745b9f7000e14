/** What a column of a list of contacts holds. */

export const columnRoles = ['name', 'company', 'number', 'none'] as const;

/** `company` stands in where there is no name. */
export type ColumnRole = (typeof columnRoles)[number];
