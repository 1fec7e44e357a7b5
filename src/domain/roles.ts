/** Who may do what in a practice. The server asks this at every door; a screen asks it to show only what works. */

export const ROLES = ['front-desk', 'health-assistant', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

export const ACTIONS = [
  'see-invitations',
  'invite',
  'take-verbal',
  'see-tablets',
  'pair-tablets',
  'revoke-tablets',
  'work-list',
  'see-reports',
  'administer',
] as const;
export type Action = (typeof ACTIONS)[number];

const allowed: Record<Role, readonly Action[]> = {
  'front-desk': ['see-invitations', 'invite', 'take-verbal', 'see-tablets', 'pair-tablets'],
  'health-assistant': ['see-invitations', 'take-verbal', 'work-list', 'see-reports'],
  administrator: ACTIONS,
};

export function may(role: Role, action: Action): boolean {
  return allowed[role].includes(action);
}
