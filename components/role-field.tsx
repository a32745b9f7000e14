import { type Role, roles } from '@/domain/person';
import { roleLines, roleWords } from './roles';

type Props = { id: string; value: Role; onChange: (role: Role) => void };

/** What somebody may do. */
export function RoleField({ id, value, onChange }: Props) {
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-medium">
        Role
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
            {roleWords[role]}
          </option>
        ))}
      </select>
      <p id={`${id}-hint`} className="text-small text-quiet">
        {roleLines[value]}
      </p>
    </div>
  );
}
