import { describe, expect, it } from 'vitest'
import { day } from '../dates.ts'
import {
  capacityOf,
  commonFunctions,
  confirmBy,
  confirmWarningDue,
  type DelegatedFunction,
  isConfirmable,
  longestSurrogacy,
  rolesToGive,
  withView,
} from './delegation.ts'
import { type Action, type Actor, can, enrolleesFor, type Membership, type Role } from './policy.ts'

const as = (role: Role, functions?: readonly DelegatedFunction[], more: Partial<Membership> = {}): Actor => ({
  userId: 'u',
  memberships: [{ role, partyId: 'p', ...(functions && { functions }), ...more }],
})
const provider = { id: 's', enrolleeId: 'p', signerIds: ['u'] }
const acts = [
  'application.view',
  'application.start',
  'application.edit',
  'application.withdraw',
  'enrollment.view',
  'enrollment.manage',
  'letter.view',
  'roster.view',
  'application.sign',
] as const satisfies readonly Action[]
const allowed = (actor: Actor) => acts.filter((a) => can(actor, a, provider))
const all = acts.filter((a) => a !== 'application.sign')

describe('what somebody may do for a provider', () => {
  it.each<[string, Actor, readonly Action[]]>([
    ['the provider', as('individual-provider'), acts],
    ['an access manager', as('access-manager'), all],
    ['staff without a list', as('staff-end-user'), all],
    ['staff with nothing', as('staff-end-user', []), []],
    ['staff who look', as('staff-end-user', ['view']), ['application.view', 'enrollment.view']],
    [
      'staff who prepare',
      as('staff-end-user', ['view', 'prepare']),
      ['application.view', 'application.start', 'application.edit', 'enrollment.view'],
    ],
    ['a surrogate without a list', as('surrogate'), []],
    ['a surrogate who reads letters', as('surrogate', ['correspondence']), ['letter.view']],
    ['a surrogate who manages', as('surrogate', ['manage-enrollment']), ['application.withdraw', 'enrollment.manage']],
    ['a surrogate with the roster', as('surrogate', ['roster']), ['roster.view']],
    [
      'a surrogate with everything',
      as('surrogate', ['view', 'prepare', 'manage-enrollment', 'correspondence', 'roster']),
      all,
    ],
  ])('%s', (_, actor, expected) => expect(allowed(actor)).toEqual(expected))

  it('never reaches another provider', () => {
    const other = { ...provider, enrolleeId: 'q' }
    for (const role of ['individual-provider', 'access-manager', 'staff-end-user', 'surrogate'] as const)
      expect(acts.filter((a) => can(as(role, ['view', 'prepare']), a, other))).toEqual([])
  })

  it('makes lists of those only for whom the right is held', () => {
    const actor: Actor = {
      userId: 'u',
      memberships: [
        { role: 'surrogate', partyId: 'a', functions: ['view'] },
        { role: 'surrogate', partyId: 'b', functions: ['correspondence'] },
        { role: 'individual-provider', partyId: 'c' },
        { role: 'surrogate', partyId: 'c', functions: ['view'] },
      ],
    }
    expect(enrolleesFor(actor, 'application.view')).toEqual(['a', 'c'])
    expect(enrolleesFor(actor, 'letter.view')).toEqual(['b', 'c'])
  })
})

describe('who hands on what', () => {
  it.each<[Role, readonly string[]]>([
    ['individual-provider', ['access-manager', 'staff-end-user']],
    ['authorized-official', ['access-manager', 'staff-end-user']],
    ['access-manager', ['staff-end-user']],
    ['staff-end-user', []],
    ['surrogate', []],
  ])('%s gives %s', (role, given) => {
    expect(rolesToGive(as(role), 'p')).toEqual(given)
    expect(rolesToGive(as(role), 'q')).toEqual([])
    const party = { id: 'p', partyIds: ['p'] }
    expect(can(as(role), 'people.manage', party)).toBe(given.length > 0)
    // A role held through an organization decides nothing for the provider itself.
    expect(rolesToGive(as(role, undefined, { through: 'org' }), 'p')).toEqual([])
    expect(can(as(role, undefined, { through: 'org' }), 'surrogacy.manage', party)).toBe(false)
  })

  it('what both sides allow, with looking always included', () => {
    expect(withView(['roster', 'prepare'])).toEqual(['view', 'prepare', 'roster'])
    expect(withView([])).toEqual([])
    expect(commonFunctions(undefined, ['view', 'prepare'])).toEqual(['view', 'prepare'])
    expect(commonFunctions(['view', 'roster'], ['view', 'prepare'])).toEqual(['view'])
  })
})

it('the capacity of an act is the closest role, and names whom it is for', () => {
  const actor: Actor = {
    userId: 'u',
    memberships: [
      { role: 'surrogate', partyId: 'p', functions: ['view'], through: 'org' },
      { role: 'staff-end-user', partyId: 'q' },
    ],
  }
  expect(capacityOf(actor, { enrolleeId: 'p' })).toEqual({ role: 'surrogate', actingFor: 'p', through: 'org' })
  expect(
    capacityOf(
      { ...actor, memberships: [...actor.memberships, { role: 'access-manager', partyId: 'p' }] },
      { enrolleeId: 'p' },
    ),
  ).toEqual({
    role: 'access-manager',
    actingFor: 'p',
  })
  expect(capacityOf(actor, { enrolleeId: 'x' })).toBeUndefined()
  expect(capacityOf(actor, {})).toBeUndefined()
})

describe('the year of a surrogacy', () => {
  const by = day('2027-11-24')
  it.each([
    ['2027-10-24', undefined],
    ['2027-10-25', 30],
    ['2027-11-16', 30],
    ['2027-11-17', 7],
    ['2027-11-23', 1],
    ['2027-11-24', 1],
    ['2027-11-25', undefined],
  ])('on %s the warning is %s', (on, due) => expect(confirmWarningDue(by, day(on))).toBe(due))
  it('is at most one, and three years in all', () => {
    expect(confirmBy(day('2026-11-24'), day('2029-11-24'))).toBe('2027-11-24')
    expect(confirmBy(day('2026-11-24'), day('2027-02-01'))).toBe('2027-02-01')
    expect(longestSurrogacy(day('2026-11-24'))).toBe('2029-11-24')
  })
  it.each([
    ['2027-09-24', false],
    ['2027-09-25', true],
    ['2027-11-24', true],
    ['2027-11-25', false],
  ])('on %s it can be confirmed: %s', (on, yes) => {
    expect(isConfirmable(by, day('2029-11-24'), day(on))).toBe(yes)
    expect(isConfirmable(by, by, day(on))).toBe(false)
  })
})
