import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isNpi } from '#domain/identifiers/npi.ts'
import { isSyntheticEin, isSyntheticSsn } from '#domain/identifiers/tax-id.ts'
import { nppesHeader } from '#outside/sources/nppes-columns.ts'
import { demoParties } from '../accounts/people.ts'
import { exclusionFile } from './excluded.ts'
import { ORGANIZATIONS, PEOPLE, registryParties } from './registry-parties.ts'
import { writeDemoSources } from './write-demo-sources.ts'

let dir: string
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'demo-'))
})
afterAll(() => rm(dir, { recursive: true }))

const parties = registryParties(855)

test('the same seed gives the same bytes, another seed others', async () => {
  const [a, b, c] = await Promise.all([1, 1, 2].map((seed, i) => writeDemoSources(join(dir, String(i)), seed)))
  for (const file of ['nppes', 'leie', 'orderReferring'] as const) {
    const [first, again, other] = await Promise.all([a, b, c].map((p) => readFile(p![file], 'utf8')))
    expect(again).toBe(first)
    expect(other).not.toBe(first)
  }
})

test('the registry file has the header of the published one and a line for everybody', async () => {
  const { nppes } = await writeDemoSources(join(dir, 'file'))
  const lines = (await readFile(nppes, 'utf8')).trimEnd().split('\n')
  expect(lines).toHaveLength(1 + PEOPLE + ORGANIZATIONS)
  expect(lines[0]).toBe(nppesHeader.map((n) => `"${n}"`).join(','))
  expect(new Set(lines.map((l) => l.split('","').length))).toEqual(new Set([330]))
})

test('every NPI is valid, begins with 2 and is given once', () => {
  expect(parties.filter((p) => !isNpi(p.npi) || !p.npi.startsWith('2'))).toEqual([])
  expect(new Set(parties.map((p) => p.npi)).size).toBe(parties.length)
  expect(parties.filter((p) => p.entityType === 1)).toHaveLength(PEOPLE)
})

test('the ten well-known numbers are in it', () => {
  const known = '1000 1117 1224 1331 1448 1554 1661 1778 1885 1992'.split(' ').map((n) => `200000${n}`)
  expect(Object.values(demoParties).map((p) => p.npi)).toEqual(known)
  expect(parties.slice(0, 10).map((p) => p.npi)).toEqual(known)
})

test('no number in it was ever issued', () => {
  expect(parties.filter((p) => p.ssn !== undefined && !isSyntheticSsn(p.ssn))).toEqual([])
  expect(parties.filter((p) => p.ein !== undefined && !isSyntheticEin(p.ein))).toEqual([])
  const phones = parties.flatMap((p) => [p.practice?.phone, p.practice?.fax, p.mailing?.phone].filter(Boolean))
  expect(phones.filter((phone) => !/^\d{3}55501\d\d$/.test(phone!))).toEqual([])
})

test('about two in a hundred people are deactivated, and a chain of facilities has one parent', () => {
  const deactivated = parties.filter((p) => p.deactivatedOn).length
  expect(deactivated / PEOPLE).toBeGreaterThan(0.012)
  expect(deactivated / PEOPLE).toBeLessThan(0.03)
  expect(parties.filter((p) => p.parent === 'TALLGRASS SENIOR LIVING HOLDINGS INC').length).toBeGreaterThan(10)
})

test('the exclusion list has 400 entries, about twenty of them people of the registry', () => {
  const rows = exclusionFile(parties, 855)
    .trimEnd()
    .split('\r\n')
    .slice(1)
    .map((l) => l.slice(1, -1).split('","'))
  expect(rows).toHaveLength(400)
  const people = new Map(parties.map((p) => [p.npi as string, p]))
  const born = new Set(parties.map((p) => `${p.person?.last} ${p.person?.first} ${p.bornOn?.replaceAll('-', '')}`))
  const byNpi = rows.filter((r) => people.has(r[7]!))
  const byBirth = rows.filter((r) => !people.has(r[7]!) && born.has(`${r[0]} ${r[1]} ${r[8]}`))
  expect(byNpi).toHaveLength(9)
  expect(byBirth.length).toBeGreaterThanOrEqual(12)
})
