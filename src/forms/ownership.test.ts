import { expect, test } from 'vitest'
import { effectiveOwners } from '#domain/ownership/effective-owners.ts'
import { ownershipFindings } from '#domain/ownership/findings.ts'
import { elmRidgeGroup } from '#test/people/elm-ridge-group.ts'
import { mapleCourt } from '#test/people/maple-court.ts'
import { ridgelineSupplies } from '#test/people/ridgeline-supplies.ts'
import { ownershipOf } from './ownership.ts'
import { readingOf } from './readings.ts'

const sharesIn = (form: string, file: Parameters<typeof ownershipOf>[1], least = 0) =>
  effectiveOwners(ownershipOf(form, file)!, least).owners.map((o) => [
    o.party.name,
    o.percent,
    o.through.map((p) => p.name).join(),
  ])

test('a nursing home that a fund owns: shares go through the holding, and a person has two of them', () => {
  expect(sharesIn('CMS-855A', mapleCourt)).toEqual([
    ['Maple Holdings LLC', 97.5, ''],
    ['Lakeshore Care Fund II LP', 87.75, 'Maple Holdings LLC'],
    ['Beatrix Stone', 12.25, 'Maple Holdings LLC'],
    ['Lakeshore Advisers LLC', 1.755, 'Lakeshore Care Fund II LP,Maple Holdings LLC'],
  ])
  const s = ownershipOf('CMS-855A', mapleCourt)!
  expect(s.parties.filter((p) => p.name === 'Beatrix Stone')).toHaveLength(1)
  expect(s.parties.find((p) => p.name.startsWith('Lakeshore Care F'))!.kinds).toContain('private-equity')
  expect(s.interests.filter((i) => i.role === 'chain-home-office')).toHaveLength(1)
  expect(s.interests.filter((i) => i.role === 'disclosable-party')).toHaveLength(2)
  expect(ownershipFindings(s)).toEqual([])
})

test('a chain of equipment stores: what was filed as indirect is what the holding gives', () => {
  expect(sharesIn('CMS-855S', ridgelineSupplies, 5)).toEqual([
    ['Ridgeline Holdings Inc', 100, ''],
    ['Marta Ridge', 60, 'Ridgeline Holdings Inc'],
    ['Ridge Family Trust', 40, 'Ridgeline Holdings Inc'],
  ])
  expect(ownershipFindings(ownershipOf('CMS-855S', ridgelineSupplies)!).map((f) => f.kind)).toEqual(['not-named'])
})

test('a group names its owners; an unfinished form and a person have what they have', () => {
  expect(ownershipOf('CMS-855B', elmRidgeGroup)!.interests.length).toBeGreaterThan(3)
  expect(ownershipOf('CMS-855B', {})).toMatchObject({ interests: [], parties: [{ name: '' }] })
  expect(ownershipOf('CMS-855I', {})).toBeUndefined()
})

test('whoever stands in the graph is screened once, and an organization as one', () => {
  const parties = readingOf('CMS-855A').namedParties(mapleCourt)
  const called = parties.map(({ names: [p] }) => p!.organization ?? `${p!.first} ${p!.last}`)
  expect(called.filter((n) => n === 'Beatrix Stone' || n === 'Lakeshore Care Fund II LP')).toHaveLength(2)
  expect(parties.find((p) => p.section === 'party-members')!.names).toEqual([
    { organization: 'Lakeshore Advisers LLC' },
  ])
})
