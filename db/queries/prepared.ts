/** Statements that are asked again and again: built once for each connection, when they are first needed. */

export function prepared<Statement>(prepare: () => Statement): () => Statement {
  let made: Statement | undefined;
  return () => {
    made ??= prepare();
    return made;
  };
}
