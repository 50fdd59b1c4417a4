/** Step 2 of creating an account: the NPI, found in the registry, and the tax id. */
import type { Db } from '#db/db.ts'
import { findRegistryProvider } from '#db/queries/registry-files/registry.ts'
import { isNpiClaimed } from '#db/records/enrollment/enrollees.ts'
import type { Registration } from '#domain/access/flow-content.ts'
import { isNpi } from '#domain/identifiers/npi.ts'
import { digitsOf, isEin, isSsn, isSyntheticEin, isSyntheticSsn } from '#domain/identifiers/tax-id.ts'
import { isActive } from '#domain/party/registry-provider.ts'
import { titleCase } from '#domain/party/title-case.ts'
import { ok, type Problem, type Result, refuse } from '#domain/result.ts'
import type { EntryPermit, Writer } from '../identity.ts'
import { keep, type RegisterFlow } from './registration.ts'

export interface WhoInput {
  readonly npi: string
  readonly taxIdKind: string
  readonly taxId: string
}
/** Step 2: the NPI, found in the registry, and the tax id. Name and practice are filled in from the registry. */
export async function saveWho(
  db: Db,
  permit: EntryPermit,
  { site }: Pick<Writer, 'site'>,
  flow: RegisterFlow,
  input: WhoInput,
  now: Date,
): Promise<Result<undefined>> {
  const npi = digitsOf(input.npi)
  const taxId = readTaxId(input, site.demo)
  const problems: Problem[] = [
    ...(taxId.ok ? [] : taxId.problems),
    ...(isNpi(npi) ? [] : [{ code: 'not-an-npi', at: 'npi' } as const]),
  ]
  if (problems.length > 0) return refuse(problems[0]!, ...problems.slice(1))
  const found = await findRegistryProvider(db, permit, npi)
  if (!found) return refuse({ code: 'npi-not-in-registry', at: 'npi' })
  if (!isActive(found)) return refuse({ code: 'npi-deactivated', at: 'npi' })
  if (found.entityType !== 1 || !found.person) return refuse({ code: 'npi-is-organization', at: 'npi' })
  if (await isNpiClaimed(db, npi)) return refuse({ code: 'npi-claimed', at: 'npi' })
  const { person, practice } = found
  const firstName = titleCase(person.first)
  const lastName = titleCase(person.last)
  const zip = practice?.zip.replace(/^(\d{5})-?(\d{4})?$/, (_, five: string, four?: string) =>
    four ? `${five}-${four}` : five,
  )
  const changed = flow.content.npi !== npi
  const content: Registration = {
    ...flow.content,
    npi,
    taxIdKind: input.taxIdKind as 'ssn' | 'ein',
    taxId: taxId.ok ? taxId.value : '',
    ...(changed && { firstName, lastName }),
    registryName: `${firstName} ${lastName}`,
    registryPractice: practice
      ? {
          line1: titleCase(practice.line1),
          ...(practice.line2 && { line2: titleCase(practice.line2) }),
          city: titleCase(practice.city),
          state: practice.state,
          ...(zip && { zip }),
          ...(practice.phone && { phone: practice.phone }),
        }
      : {},
  }
  return keep(db, flow, content, now)
}

/** Only numbers that were never issued are taken in a demonstration, and never anywhere else. */
function readTaxId({ taxId, taxIdKind }: WhoInput, demo: boolean): Result<string> {
  const digits = digitsOf(taxId)
  if (taxIdKind !== 'ssn' && taxIdKind !== 'ein') return refuse({ code: 'not-a-choice', at: 'taxIdKind' })
  const [fits, synthetic] =
    taxIdKind === 'ssn' ? [isSsn(digits), isSyntheticSsn(digits)] : [isEin(digits), isSyntheticEin(digits)]
  const refused = taxIdKind === 'ssn' ? 'not-an-ssn' : 'not-an-ein'
  if (!fits || (synthetic && !demo)) return refuse({ code: refused, at: 'taxId' })
  return synthetic || !demo ? ok(digits) : refuse({ code: 'synthetic-only-in-demo', at: 'taxId' })
}
