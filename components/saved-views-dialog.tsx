import { DialogBox } from './dialog-box';
import type { SavedViewJson } from './saved-views';
import { useMessages } from './use-messages';
import { ViewNameForm } from './view-name-form';

type Props = {
  views: SavedViewJson[];
  /** What would be saved now, in words; null on a page that is no view. */
  now: string | null;
  isOpen: boolean;
  trouble: string | null;
  onClose: () => void;
  onSave: (name: string) => void;
  onRename: (id: string, name: string) => void;
  onRemove: (id: string) => void;
};

/** Saves what is shown under a name, and changes what was saved before. */
export function SavedViewsDialog({
  views,
  now,
  isOpen,
  trouble,
  onClose,
  onSave,
  onRename,
  onRemove,
}: Props) {
  const { find } = useMessages();
  return (
    <DialogBox isOpen={isOpen} label={find.savedViews} onClose={onClose}>
      <h2 className="pb-3 text-title font-semibold">{find.savedViews}</h2>
      {now !== null && (
        <section className="flex flex-col gap-1.5 pb-4">
          <p className="text-middle wrap-anywhere">{now}</p>
          <ViewNameForm name="" label={find.viewName} act={find.save} onName={onSave} />
        </section>
      )}
      <p role="alert" className="text-overdue empty:hidden">
        {trouble}
      </p>
      <ul className="flex flex-col gap-2 empty:hidden">
        {views.map(({ id, name }) => (
          <li key={id} className="flex items-end gap-1.5">
            <ViewNameForm
              name={name}
              label={find.nameOf(name)}
              act={find.rename}
              onName={(given) => onRename(id, given)}
            />
            <button type="button" className="button h-9" onClick={() => onRemove(id)}>
              {find.remove}
              <span className="sr-only"> {name}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className="pt-4 text-right">
        <button type="button" className="button h-9" onClick={onClose}>
          {find.close}
        </button>
      </p>
    </DialogBox>
  );
}
