/** Everybody of the invented registry who may apply gets an application that the form calls complete. */
import { describe, expect, test } from 'vitest'
import { addDays, day } from '#domain/dates.ts'
import { guessSpecialty } from '#domain/enrollment/taxonomy-crosswalk.ts'
import { isSyntheticEin, isSyntheticSsn } from '#domain/identifiers/tax-id.ts'
import { isActive } from '#domain/party/registry-provider.ts'
import { cms855i } from '#forms/cms855i/index.ts'
import { isComplete } from '#forms/kit/form.ts'
import type { File } from '#forms/kit/section.ts'
import { demoParties } from '../accounts/people.ts'
import { registryParties } from '../registry/registry-parties.ts'
import { DEMO_SEED } from '../registry/write-demo-sources.ts'
import { applicationFile } from './application-file.ts'

const on = day('2026-11-24')
const parties = registryParties(DEMO_SEED)
const people = parties.filter((p) => p.person && isActive(p) && guessSpecialty(p.taxonomies[0]!.code) !== undefined)
const groups = parties.filter((p) => p.taxonomies[0]?.code.startsWith('193'))
const answer = (f: File, section: string, name: string) => f[section]?.[0]?.answers[name]

describe('an application of the demonstration', () => {
  test('is complete for everybody, alone, with a group, and after a move, and stays so for weeks', () => {
    expect(people.length).toBeGreaterThan(2_000)
    for (const [i, { bornOn: _, ...p }] of people.entries()) {
      const file = applicationFile(p, {
        on,
        moved: i % 3 === 0,
        ...(i % 2 === 0 && { group: groups[i % groups.length]! }),
      })
      if (!isComplete(cms855i, file, on) || !isComplete(cms855i, file, addDays(on, 60))) expect(p.npi).toBe('complete')
    }
  })

  test('is the same every time, and has invented numbers only', () => {
    const { rosaVega } = demoParties
    const file = applicationFile(rosaVega, { on, bornOn: rosaVega.bornOn!, ssn: rosaVega.ssn! })
    expect(applicationFile(rosaVega, { on, bornOn: rosaVega.bornOn!, ssn: rosaVega.ssn! })).toEqual(file)
    expect(answer(file, 'legal-name', 'last')).toBe('Vega')
    expect(answer(file, 'licenses', 'number')).toBe('036.900111')
    expect(answer(file, 'birth', 'bornOn')).toBe('1980-03-27')
    for (const p of people.slice(0, 300)) {
      const f = applicationFile(p, { on, group: groups[0]! })
      expect(isSyntheticSsn(String(answer(f, 'identifiers', 'ssn')))).toBe(true)
      for (const section of ['entity', 'reassignments'])
        if (f[section]) expect(isSyntheticEin(String(answer(f, section, 'ein')))).toBe(true)
    }
  })

  test('refuses an organization', () => {
    expect(() => applicationFile(demoParties.elmStreetClinic, { on })).toThrow('nobody who could apply')
  })
})
