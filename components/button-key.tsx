/** The key that does the same as a button, inside of it; not where there are no keys. */
export function ButtonKey({ of }: { of: string }) {
  return (
    <span aria-hidden="true" className="font-normal opacity-80 max-md:hidden">
      {of}
    </span>
  );
}
