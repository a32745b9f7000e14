import { Download } from './icons';
import { useMessages } from './use-messages';

/** A file of what is listed, to its last row. */
export function ExportLink({ to }: { to: string }) {
  const { find } = useMessages();
  return (
    <a href={to} download className="button h-8 max-md:h-9" title={find.exportHint}>
      <Download className="size-3.5" strokeWidth={1.75} />
      {find.export}
    </a>
  );
}
