export const safeHeaders: Record<string, string>;
export const pageHeaders: Record<string, string>;
export const apiHeaders: Record<string, string>;
export const headersBehindTls: Record<string, string>;
