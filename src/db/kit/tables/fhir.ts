/** Rows of sql/migrations/000011_fhir.sql. */
import type { Generated } from 'kysely'
import type { Day } from '#domain/dates.ts'
import type { FhirResource, FhirType } from '#domain/fhir/resource.ts'
import type { Json } from './core.ts'

export interface FhirTables {
  fhir_resource: {
    type: FhirType
    id: string
    version: number
    updated_at: Date
    deleted: Generated<boolean>
    content: Json<FhirResource>
    npi: string | null
    enrollment_id: string | null
    payee: string | null
    from_on: Day | null
    to_on: Day | null
    in_force: boolean
  }
  fhir_index: { type: FhirType; param: string; value: string; detail: string; id: string }
  fhir_publication: { name: string; state: Json<unknown> }
  fhir_export: {
    id: string
    asked_at: Date
    request: string
    types: Json<readonly FhirType[]>
    since: Date | null
    counts: Json<Readonly<Partial<Record<FhirType, number>>>>
    finished_at: Date | null
    canceled_at: Date | null
  }
}
