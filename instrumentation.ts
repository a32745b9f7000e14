/** Next runs this before the first request, where `server.ts` does not stand before it: a wrong setting ends the start. */

export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') (await import('./env')).env();
}
