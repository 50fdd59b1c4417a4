/** Words of who may act for whom: roles and functions, people, invitations, claims, connections, the switcher. */
import type { DelegatedFunction } from '#domain/access/delegation.ts'
import type { Role } from '#domain/access/policy.ts'
import { claims } from './delegation/claims.ts'
import { connections } from './delegation/connections.ts'
import { people } from './delegation/people.ts'
import { roster } from './delegation/roster.ts'
import { switcher } from './delegation/switcher.ts'

const roles: Readonly<Record<Role, string>> = {
  anyone: 'Visitor',
  'signed-in': 'Account holder',
  'individual-provider': 'Individual provider',
  'authorized-official': 'Authorized official',
  'access-manager': 'Access manager',
  'staff-end-user': 'Staff end user',
  surrogate: 'Surrogate',
  'mac-analyst': 'Analyst',
  'mac-supervisor': 'Supervisor',
  'help-desk': 'Help desk',
  auditor: 'Auditor',
  admin: 'Administrator',
  operator: 'Operator',
  'api-client': 'Program',
  system: 'The system',
}

const functions: Readonly<Record<DelegatedFunction, { readonly name: string; readonly hint: string }>> = {
  view: { name: 'View', hint: 'See enrollments and applications. Always included.' },
  prepare: {
    name: 'Prepare applications',
    hint: 'Start applications, answer questions, add documents, reply to requests.',
  },
  'manage-enrollment': {
    name: 'Manage enrollments',
    hint: 'Start changes of what is on record, and withdraw applications.',
  },
  correspondence: { name: 'Correspondence', hint: 'Read letters of the contractor.' },
  roster: { name: 'Roster', hint: 'See who reassigns benefits to the organization.' },
}

export const delegation = { roles, functions, people, claims, connections, roster, switcher }
