/** Where somebody goes after signing in: a page of this desk, never another site. */

const here = 'http://desk.invalid';

/** The address on this site, or `/` where the given one leads anywhere else. */
export function wayBack(to: string | string[] | undefined): string {
  if (typeof to !== 'string' || !to.startsWith('/') || !URL.canParse(to, here)) return '/';
  const { origin, pathname, search, hash } = new URL(to, here);
  // `/.//other.site` is on this site until its path is read as an address of its own.
  const isHere = origin === here && !pathname.startsWith('//') && !pathname.startsWith('/api/');
  return isHere ? pathname + search + hash : '/';
}
