/** The printed table of rights is compared with what `can` answers for every role, near and far. */
import { expect, test } from 'vitest'
import { type Action, type Actor, can, policy, type Role, roles, type Subject } from '#domain/access/policy.ts'
import { read } from '#test/support/sources.ts'

const near: Subject = { id: 's', enrolleeId: 'p', contractorId: 'p', ownerId: 'u', signerIds: ['u'] }
/** One subject for each way of being close to it; "none" is somebody else's. */
const subjects = {
  enrollee: { id: 's', enrolleeId: 'p', contractorId: 'x', ownerId: 'x', signerIds: ['x'] },
  signer: { id: 's', enrolleeId: 'p', contractorId: 'x', ownerId: 'x', signerIds: ['u'] },
  contractor: { id: 's', enrolleeId: 'x', contractorId: 'p', ownerId: 'x' },
  owner: { id: 's', enrolleeId: 'x', contractorId: 'x', ownerId: 'u' },
  none: { id: 's', enrolleeId: 'x', contractorId: 'x', ownerId: 'x' },
} satisfies Record<string, Subject>
type Close = keyof typeof subjects

const everywhere = Object.keys(subjects) as Close[]
const opens: Readonly<Record<string, readonly Close[]>> = {
  'of the enrollee they work for': ['enrollee', 'signer'],
  'of their contractor': ['contractor'],
  'of their own enrollee, and only when named as signer': ['signer'],
  'their own': ['owner'],
  any: everywhere,
}

/** Anybody is "anyone"; whoever has a user id is "signed-in"; the system is neither a person nor anonymous. */
const actorOf = (role: Role): Actor => ({
  userId: role === 'anyone' ? 'anonymous' : role === 'system' ? 'system' : 'u',
  memberships: role === 'anyone' || role === 'signed-in' ? [] : [{ role, partyId: 'p' }],
})
const implied = (role: Role): readonly Role[] =>
  role === 'anyone' || role === 'system' ? ['anyone', role] : ['anyone', 'signed-in', role]

interface Printed {
  readonly action: string
  readonly role: string
  readonly on: string
}
const printed = (text: string): readonly Printed[] =>
  [...text.matchAll(/^\| `([^`]+)` \| `([^`]+)` \| ([^|]+) \|$/gm)].map((m) => ({
    action: m[1]!,
    role: m[2]!,
    on: m[3]!,
  }))

function differences(text: string): readonly string[] {
  const rows = printed(text)
  return (Object.keys(policy) as Action[]).flatMap((action) =>
    roles.flatMap((role) =>
      everywhere.flatMap((close) => {
        const said = rows.some(
          (r) =>
            r.action === action &&
            (implied(role) as readonly string[]).includes(r.role) &&
            opens[r.on]?.includes(close),
        )
        const done = can(actorOf(role), action, subjects[close])
        return said === done ? [] : [`${role} ${action} (${close}): printed ${said}, done ${done}`]
      }),
    ),
  )
}

const text = read('docs/generated/permissions.md')

test('the check can fail: a row too few, a row too many, a wider reach', () => {
  const row = '| `application.decide` | `mac-supervisor` | of their contractor |'
  expect(text).toContain(row)
  expect(differences(text.replace(row, '')).length).toBeGreaterThan(0)
  expect(differences(text.replace(row, row.replace('mac-supervisor', 'auditor'))).length).toBeGreaterThan(0)
  expect(differences(text.replace(row, row.replace('of their contractor', 'any'))).length).toBeGreaterThan(0)
})

test('docs/generated/permissions.md says what the policy does', () => {
  expect(printed(text).length).toBeGreaterThan(20)
  expect(differences(text)).toEqual([])
})

test('nobody without a role reaches more than the public pages', () => {
  const open = (Object.keys(policy) as Action[]).filter((a) => can(actorOf('anyone'), a, near))
  expect(open).toEqual(['public.view', 'account.enter', 'demo.control'])
})
