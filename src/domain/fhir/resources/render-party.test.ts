/** What is published of an invented nation is FHIR R4, has what Plan-Net needs, points only at what is there, and leaks nothing. */
import { describe, expect, test } from 'vitest'
import { registryParties } from '#demo/registry/registry-parties.ts'
import { DEMO_SEED } from '#demo/registry/write-demo-sources.ts'
import { day } from '#domain/dates.ts'
import { faultsInPlanNet, faultsInR4, hasPlanNet } from '#test/support/fhir-definitions.ts'
import type { RegistryProvider } from '../../party/registry-provider.ts'
import type { DirectoryParty } from '../party.ts'
import { type FhirResource, fhirTypes } from '../resource.ts'
import { renderParty } from './render-party.ts'
import { siteResources } from './site-resources.ts'

const site = {
  origin: 'https://enroll.example',
  product: 'OpenPECOS',
  agency: 'Agency of Health',
  phone: '8005550100',
  email: 'help@enroll.example',
}
const contractors = [{ id: 'lakes', name: 'Lakes', phone: '1', email: 'a@b.example', address: '1 Way, Madison, WI' }]
const registry = registryParties(DEMO_SEED).slice(0, 300)
const group = registry.find((p) => p.entityType === 2)!

function partyOf(r: RegistryProvider, i: number): DirectoryParty {
  const place = r.practice && { itemId: `item_${i}`, name: 'Office', address: r.practice, from: day('2025-01-01') }
  const person = r.entityType === 1
  const to = { toNpi: group.npi, toName: 'The Group', from: day('2025-02-01') }
  return {
    npi: r.npi,
    kind: person ? 'individual' : 'organization',
    name: r.organization ?? 'Rosa Vega',
    ...(i % 7 !== 0 && { registry: r }),
    registrySource: { source: 'nppes', name: 'NPI registry', asOf: day('2026-02-08') },
    hideStreet: i % 3 === 0,
    enrollments: [
      {
        id: `${person ? 'I' : 'O'}2025010100${String(i).padStart(4, '0')}`,
        specialty: person ? '14-08' : '12-70',
        specialtyName: 'Family practice',
        contractorId: 'lakes',
        periods: i % 5 === 0 ? [] : [{ status: 'approved', from: day('2025-01-01') }],
        locations: place && i % 4 !== 0 ? [place] : [],
        reassignments: !person
          ? []
          : [i % 2 === 0 ? { ...to, toEnrollmentId: enrollmentOfGroup } : { ...to, toNpi: '2000009999' }],
        ...(i % 2 === 0 && {
          attestation: {
            at: new Date('2025-01-01T10:00:00Z'),
            checks: [
              { source: 'leie', name: 'LEIE', asOf: day('2024-12-01'), ranAt: new Date('2025-01-02T10:00:00Z') },
            ],
          },
        }),
      },
    ],
  }
}
const enrollmentOfGroup = `O2025010100${String(registry.indexOf(group)).padStart(4, '0')}`
const parties = registry.filter((p) => p.entityType).map((p) => partyOf(p, registry.indexOf(p)))
const published: readonly FhirResource[] = JSON.parse(
  JSON.stringify(
    [...siteResources(site, contractors), ...parties.flatMap((p) => renderParty(p, site))].map((p) => ({
      ...p.resource,
      meta: { ...(p.resource.meta as object), lastUpdated: '2026-01-01T00:00:00Z' },
    })),
  ),
)
const references = (value: unknown): readonly string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([k, v]) => (k === 'reference' ? [String(v)] : references(v)))

test('every kind is there, under ids of its own', () => {
  expect(new Set(published.map((r) => r.resourceType))).toEqual(new Set(fhirTypes))
  expect(new Set(published.map((r) => `${r.resourceType}/${r.id}`)).size).toBe(published.length)
  expect(published.filter((r) => !/^[A-Za-z0-9.-]{1,64}$/.test(r.id))).toEqual([])
})

describe('judged by the definitions', () => {
  test('the judge finds faults', () => {
    expect(faultsInR4({ resourceType: 'Endpoint', status: 'active' })[0]).toContain('connectionType')
    expect(faultsInR4({ resourceType: 'Practitioner', shoeSize: 44 })[0]).toContain('shoeSize')
    if (!hasPlanNet) return
    const profile = 'http://hl7.org/fhir/us/davinci-pdex-plan-net/StructureDefinition/plannet-Organization'
    expect(faultsInPlanNet({ meta: { profile: [profile] }, name: 'x' }).join()).toContain('Organization.address')
  })

  test('R4', () => {
    expect(published.flatMap((r) => faultsInR4(r).map((f) => `${r.resourceType}/${r.id}: ${f}`))).toEqual([])
  })

  test.skipIf(!hasPlanNet)('Plan-Net: what it needs, forbids and limits', () => {
    expect(published.flatMap((r) => faultsInPlanNet(r).map((f) => `${r.resourceType}/${r.id}: ${f}`))).toEqual([])
  })
})

test('every link points at something that is published', () => {
  const there = new Set(published.map((r) => `${r.resourceType}/${r.id}`))
  const links = published.flatMap((r) => references(r))
  expect(links.length).toBeGreaterThan(1_000)
  expect(links.filter((l) => !there.has(l))).toEqual([])
})

test('nothing of what is not public', () => {
  const text = JSON.stringify(published)
  for (const p of parties) {
    const street = p.registry?.mailing?.line1
    const shown = [p.registry?.practice?.line1, ...p.enrollments[0]!.locations.map((l) => l.address.line1)]
    if (street && !shown.includes(street) && street.length > 8 && /\d/.test(street))
      expect(JSON.stringify(renderParty(p, site)).toUpperCase()).not.toContain(street.toUpperCase())
  }
  expect(text).not.toMatch(/birthDate|ptan|ssn|mailing|"deceased/i)
  const hidden = parties.find((p) => p.hideStreet && p.registry?.practice && p.enrollments[0]!.locations.length === 0)!
  const own = JSON.stringify(renderParty(hidden, site)).toUpperCase()
  expect(own).not.toContain(hidden.registry!.practice!.line1.toUpperCase())
  expect(own).toContain(hidden.registry!.practice!.city.toUpperCase())
})
