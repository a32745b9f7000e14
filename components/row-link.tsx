import { DeskLink } from './desk-link';

type Props = { to: string; count: number; children?: string };

/** A number that opens the rows behind it; of none there is nothing to open. */
export function RowLink({ to, count, children = String(count) }: Props) {
  if (count === 0) return children;
  return (
    <DeskLink
      to={to}
      className="inline-block min-h-6 min-w-6 underline decoration-current/30 underline-offset-2 hover:decoration-current"
    >
      {children}
    </DeskLink>
  );
}
