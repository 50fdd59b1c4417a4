/** The printed table of rights is compared with what `can` answers for every role, near and far. */
import { expect, test } from 'vitest'
import { type DelegatedFunction, delegatedFunctions } from '#domain/access/delegation.ts'
import { type Action, type Actor, can, policy, type Role, roles, type Subject } from '#domain/access/policy.ts'
import { read } from '#test/support/sources.ts'

const near: Subject = { id: 's', enrolleeId: 'p', partyIds: ['p'], contractorId: 'p', ownerId: 'u', signerIds: ['u'] }
/** One subject for each way of being close to it; "none" is somebody else's. */
const subjects = {
  enrollee: { id: 's', enrolleeId: 'p', contractorId: 'x', ownerId: 'x', signerIds: ['x'] },
  signer: { id: 's', enrolleeId: 'p', contractorId: 'x', ownerId: 'x', signerIds: ['u'] },
  contractor: { id: 's', enrolleeId: 'x', contractorId: 'p', ownerId: 'x' },
  owner: { id: 's', enrolleeId: 'x', contractorId: 'x', ownerId: 'u' },
  party: { id: 's', enrolleeId: 'x', contractorId: 'x', ownerId: 'x', partyIds: ['p'] },
  partySigner: { id: 's', enrolleeId: 'x', contractorId: 'x', ownerId: 'x', partyIds: ['p'], signerIds: ['u'] },
  none: { id: 's', enrolleeId: 'x', contractorId: 'x', ownerId: 'x' },
} satisfies Record<string, Subject>
type Close = keyof typeof subjects

const everywhere = Object.keys(subjects) as Close[]
/** A right that needs a function is judged with everything given; `withoutFunctions` looks at the rest. */
const withFunction = Object.fromEntries(
  delegatedFunctions.map((f) => [`of the enrollee they work for, when given "${f}"`, ['enrollee', 'signer'] as const]),
)
const opens: Readonly<Record<string, readonly Close[]>> = {
  'of the enrollee they work for': ['enrollee', 'signer'],
  ...withFunction,
  'of the party whose own people they are': ['party', 'partySigner'],
  'between two enrollees, of which they work for one': ['party', 'partySigner'],
  'between two enrollees, of which they work for one, when given "roster"': ['party', 'partySigner'],
  'between two enrollees, of which they work for one, and only when named as signer': ['partySigner'],
  'of their contractor': ['contractor'],
  'of their own enrollee, and only when named as signer': ['signer'],
  // What the record names, no subject of this test has.
  'of their own enrollee, when named as signer of a change and on record as delegated official': [],
  'their own': ['owner'],
  any: everywhere,
}

/** Anybody is "anyone"; whoever has a user id is "signed-in"; the system and programs are neither a person nor anonymous. */
const actorOf = (role: Role, functions: readonly DelegatedFunction[] = delegatedFunctions): Actor => ({
  userId: role === 'anyone' ? 'anonymous' : role === 'system' ? 'system' : 'u',
  memberships: role === 'anyone' || role === 'signed-in' ? [] : [{ role, partyId: 'p', functions }],
})
const implied = (role: Role): readonly Role[] =>
  ['anyone', 'system', 'api-client'].includes(role) ? ['anyone', role] : ['anyone', 'signed-in', role]

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

const closeOnes = [subjects.signer, subjects.party]
test.each(delegatedFunctions)('"%s" opens exactly the rights that the table says', (f) => {
  for (const role of ['staff-end-user', 'surrogate'] as const) {
    const said = printed(text).filter((r) => r.role === role && r.on.endsWith(`when given "${f}"`))
    const done = (Object.keys(policy) as Action[]).filter((a) =>
      closeOnes.some((s) => can(actorOf(role, [f]), a, s) && !can(actorOf(role, []), a, s)),
    )
    expect(said.map((r) => r.action).sort()).toEqual([...done].sort())
    expect(done.length).toBeGreaterThan(0)
  }
})

test('nobody can be given a signature', () => {
  for (const role of ['staff-end-user', 'access-manager', 'surrogate'] as const)
    expect(can(actorOf(role), 'application.sign', subjects.signer)).toBe(false)
})

test('nobody without a role reaches more than the public pages', () => {
  const open = (Object.keys(policy) as Action[]).filter((a) => can(actorOf('anyone'), a, near))
  expect(open).toEqual(['public.view', 'account.enter', 'demo.control', 'help.ask'])
})
