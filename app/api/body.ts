/** A request's body as bytes, counted while it comes in. */

/** The bytes, or null once they are more than `most`: what comes after that is never read. */
export async function readBody(request: Request, most: number): Promise<Buffer | null> {
  if (Number(request.headers.get('content-length') ?? 0) > most) return null;
  if (!request.body) return Buffer.alloc(0);
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  for (let total = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks);
    total += value.length;
    if (total > most) {
      await reader.cancel();
      return null;
    }
    chunks.push(value);
  }
}
