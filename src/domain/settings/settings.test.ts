import { expect, test } from 'vitest'
import { type AdminChange, needsSecondPerson } from './admin-change.ts'
import { parseSetting, settingNames, settings, settingValue } from './settings.ts'

test.each(settingNames)('%s: default within its range; what is stored wrongly does not count', (name) => {
  const { min, max, otherwise } = settings[name]
  expect(otherwise).toBeGreaterThanOrEqual(min)
  expect(otherwise).toBeLessThanOrEqual(max)
  for (const wrong of [undefined, null, '20', min - 1, max + 1]) expect(settingValue(name, wrong)).toBe(otherwise)
  expect(settingValue(name, max)).toBe(max)
})

test.each([
  ['', 'required'],
  ['x', 'not-a-number'],
  ['-5', 'not-a-number'],
  ['4', 'setting-range'],
  ['31', 'setting-range'],
])('staff idle minutes "%s" are refused: %s', (typed, code) => {
  const read = parseSetting('session.staff-idle', typed)
  expect(read.ok ? 'taken' : read.problem.code).toBe(code)
})

const invite = { kind: 'invite-staff', loginId: 'a', name: 'A', email: 'a@b.example', partyId: '' } as const
test.each<[AdminChange, boolean]>([
  [{ kind: 'set-setting', name: 'lost-factors.wait', value: 48 }, true],
  [{ kind: 'set-setting', name: 'proposal.open', value: 3 }, false],
  [{ ...invite, role: 'admin' }, true],
  [{ ...invite, role: 'help-desk' }, true],
  [{ ...invite, role: 'auditor' }, false],
  [{ kind: 'give-role', userId: 'u', role: 'mac-supervisor', partyId: 'lakes' }, true],
  [{ kind: 'give-role', userId: 'u', role: 'mac-analyst', partyId: 'lakes' }, false],
  [{ kind: 'end-role', membershipId: 'm', userId: 'u', role: 'admin' }, true],
  [{ kind: 'end-role', membershipId: 'm', userId: 'u', role: 'auditor' }, false],
  [{ kind: 'allow-methods', methods: ['passkey'] }, true],
  [{ kind: 'contractor-states', contractorId: 'lakes', states: ['IL'] }, true],
])('%j needs a second person: %s', (change, needs) => {
  expect(needsSecondPerson(change)).toBe(needs)
})
