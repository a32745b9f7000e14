/** What went wrong with a form; heard by a screen reader when it comes. */
export function TroubleLine({ children }: { children: string | null }) {
  return (
    <p role="alert" className="text-overdue empty:hidden">
      {children}
    </p>
  );
}
