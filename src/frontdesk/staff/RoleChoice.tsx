import { ROLES, type Role } from '../../domain/roles.ts';
import { Choice } from '../../ui/Choice.tsx';
import { frontdeskWords } from '../text.ts';

type RoleChoiceProps = { id: string; value: Role; error: string | undefined; onChange: (role: Role) => void };

/** What somebody may do, with what that means. */
export function RoleChoice(bound: RoleChoiceProps) {
  const { admin, roles } = frontdeskWords();
  return (
    <Choice
      {...bound}
      label={admin.staff.role}
      options={ROLES.map((role) => ({ value: role, label: roles[role], description: admin.staff.roleHints[role] }))}
    />
  );
}
