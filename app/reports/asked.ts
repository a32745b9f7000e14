/** What the address of a page of the report asks for. */

export type Asked = Promise<Record<string, string | string[] | undefined>>;

/** What is empty in the form is not asked for; numbers and people may stand there more than once. */
export async function paramsOf(asked: Asked): Promise<URLSearchParams> {
  const given = Object.entries(await asked).flatMap(([name, value]) =>
    [value ?? []].flat().map((text) => [name, text]),
  );
  return new URLSearchParams(given.filter(([, text]) => text));
}
