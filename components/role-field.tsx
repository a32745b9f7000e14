import { type Role, roles } from '@/domain/person';
import { useAllMessages } from './use-messages';

type Props = { id: string; value: Role; onChange: (role: Role) => void };

/** What somebody may do. */
export function RoleField({ id, value, onChange }: Props) {
  const { people } = useAllMessages();
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-medium">
        {people.role}
      </label>
      <select
        id={id}
        className="field w-fit"
        aria-describedby={`${id}-hint`}
        value={value}
        onChange={(event) => onChange(event.target.value as Role)}
      >
        {roles.map((role) => (
          <option key={role} value={role}>
            {people.roles[role]}
          </option>
        ))}
      </select>
      <p id={`${id}-hint`} className="text-small text-quiet">
        {people.roleLines[value]}
      </p>
    </div>
  );
}
