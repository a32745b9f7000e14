const retryMs = 2_000;

/** Loads a piece of the page; one that does not come must not take the page down, so it is asked for until it comes. */
export async function insistently<Piece>(load: () => Promise<Piece>): Promise<Piece> {
  for (;;) {
    try {
      return await load();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, retryMs));
    }
  }
}
