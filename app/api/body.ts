/** A request's body as bytes, counted while it comes in. */

/** The bytes, or null once they are more than `most`: what comes after that is never read. */
export async function readBody(request: Request, most: number): Promise<Buffer | null> {
  const told = request.headers.get('content-length');
  if (Number(told ?? 0) > most) return null;
  // No more comes than was told, the server in front sees to that: then it need not be counted on the way.
  if (told !== null) {
    const body = Buffer.from(await request.arrayBuffer());
    return body.length > most ? null : body;
  }
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
