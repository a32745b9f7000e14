/** Next runs this before the first request: a wrong setting ends the start, and what it says goes into the log. */

export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { NODE_ENV } = (await import('./env')).env();
    if (NODE_ENV === 'production') (await import('./log')).logEverything();
  }
}
