/** Changes that an administrator makes, and which of them need a second one. Pure. */
import type { Method } from '../access/assurance.ts'
import type { Role } from '../access/policy.ts'
import { type SettingName, settings } from './settings.ts'

/** Roles that administrators give: those of the operator's own people. */
export const staffRoles = ['help-desk', 'mac-analyst', 'mac-supervisor', 'auditor', 'operator', 'admin'] as const
export type StaffRole = (typeof staffRoles)[number]
export const isStaffRole = (r: string | undefined): r is StaffRole =>
  (staffRoles as readonly (string | undefined)[]).includes(r)
/** Roles held at one contractor; the others are of the whole site. */
export const contractorRoles: readonly Role[] = ['mac-analyst', 'mac-supervisor']

export type AdminChange =
  | { readonly kind: 'set-setting'; readonly name: SettingName; readonly value: number }
  | { readonly kind: 'allow-methods'; readonly methods: readonly Method[] }
  | {
      readonly kind: 'invite-staff'
      readonly loginId: string
      readonly name: string
      readonly email: string
      readonly role: StaffRole
      readonly partyId: string
    }
  | { readonly kind: 'give-role'; readonly userId: string; readonly role: StaffRole; readonly partyId: string }
  | { readonly kind: 'end-role'; readonly membershipId: string; readonly userId: string; readonly role: StaffRole }
  | { readonly kind: 'contractor-states'; readonly contractorId: string; readonly states: readonly string[] }

/** Roles with which somebody could help themselves to more. */
const powerful: readonly StaffRole[] = ['admin', 'operator', 'help-desk', 'mac-supervisor']

/** Does another administrator have to agree? */
export function needsSecondPerson(change: AdminChange): boolean {
  switch (change.kind) {
    case 'set-setting':
      return settings[change.name].fourEyes
    case 'invite-staff':
    case 'give-role':
      return powerful.includes(change.role)
    case 'end-role':
      return change.role === 'admin'
    case 'allow-methods':
    case 'contractor-states':
      return true
  }
}
