/** What find.mjs tells TypeScript; it cannot be TypeScript itself, as Node 20 runs none. */
export function findChromium(): string | undefined;
export function findPgBouncer(): string | undefined;
export function findPostgres(): string | undefined;
export function findProgram(name: string, folders?: string[]): string | undefined;
