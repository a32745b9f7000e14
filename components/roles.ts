import type { Role } from '@/domain/person';

/** Roles as people read them. */
export const roleWords: Record<Role, string> = { admin: 'Admin', agent: 'Agent', viewer: 'Viewer' };

export const roleLines: Record<Role, string> = {
  admin: 'Admins see and change everything.',
  agent: 'Agents call back and mark calls.',
  viewer: 'Viewers look, with phone numbers shown in part only.',
};
