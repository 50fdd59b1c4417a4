/** What the answers themselves show: the kind of each address, DEA and CLIA numbers, licenses in the boards' file. */
import type { Db } from '#db/db.ts'
import { boardCovers, boardLicensesFor } from '#db/queries/lists/board-licenses.ts'
import { askedSource } from '#db/queries/lists/source-policies.ts'
import type { NewCheck } from '#db/records/application/screening.ts'
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import { isCliaNumber } from '#domain/identifiers/clia-number.ts'
import { isDeaNumber } from '#domain/identifiers/dea-number.ts'
import { addressLine } from '#domain/party/address.ts'
import { addressKind } from '#domain/screening/address-kind.ts'
import type { File } from '#forms/kit/section.ts'
import { readingOf } from '#forms/readings.ts'
import { versionShown } from './check-lists.ts'
import { licensesOf } from './screening-subjects.ts'

type Screening = Permit<'application.review' | 'application.screen'>

const own = { source: undefined, sourceAsOf: undefined } as const

/** A practice location must be a place that one can visit; whether people live there nobody knows from its line. */
export function checkAddresses(form: string, whole: File, submission: number): readonly NewCheck[] {
  const facts = readingOf(form).comparisonFacts(whole, () => undefined)
  return (facts.practiceAddresses ?? []).map(({ field, said }) => {
    const { kind, residential } = addressKind(said)
    return {
      ...own,
      kind: 'address-kind',
      subject: field,
      submission,
      outcome: kind === 'street' ? 'recorded' : 'different',
      evidence: { address: addressLine(said), addressKind: kind, residential, cite: '42 CFR 424.516, 424.57(c)(7)' },
    }
  })
}

/** Every DEA and CLIA number of the file, by its form; whether it was issued only its agency knows. */
export function checkNumbers(whole: File, submission: number): readonly NewCheck[] {
  return Object.entries(whole).flatMap(([section, items]) =>
    items.flatMap(({ id, answers }): readonly NewCheck[] => {
      const dea = section === 'dea-registrations' ? answers.number : undefined
      return [
        ...(typeof dea === 'string' && dea !== '' ? [numberCheck('dea', dea, isDeaNumber(dea))] : []),
        ...(typeof answers.clia === 'string' && answers.clia !== ''
          ? [numberCheck('clia', answers.clia, isCliaNumber(answers.clia))]
          : []),
      ]
      function numberCheck(numberKind: 'dea' | 'clia', number: string, isRight: boolean): NewCheck {
        return {
          ...own,
          kind: 'registration-number',
          subject: `${section}/${id}/${numberKind === 'dea' ? 'number' : 'clia'}`,
          submission,
          outcome: isRight ? 'same' : 'different',
          evidence: { numberKind, number },
        }
      }
    }),
  )
}

/** Licenses in the file of the boards, when one was loaded. */
export async function checkLicenses(
  db: Db,
  permit: Screening,
  whole: File,
  submission: number,
  on: Day,
): Promise<readonly NewCheck[]> {
  const { version, freshness, policy } = await askedSource(db, 'license-board', on)
  if (!version && !policy.required) return []
  const checks: NewCheck[] = []
  for (const license of licensesOf(whole)) {
    const query = { state: license.state, number: license.number }
    const base = { kind: 'license-file', subject: license.subject, submission, source: 'license-board' } as const
    if (!version || freshness !== 'fresh') {
      const evidence = { query, list: version ? versionShown(version) : null, freshness, freshDays: policy.freshDays }
      checks.push({ ...base, outcome: 'unavailable', evidence, sourceAsOf: version?.asOf })
      continue
    }
    const found = await boardLicensesFor(db, permit, license)
    // A file of other states' boards says nothing of this license.
    const isSilent = found.length === 0 && !(await boardCovers(db, permit, license.state))
    const isGood = found.some((l) => l.standing === 'active' && (l.expiresOn === undefined || l.expiresOn >= on))
    checks.push({
      ...base,
      outcome: isSilent ? 'recorded' : isGood ? 'same' : 'different',
      evidence: { query, list: versionShown(version), licenses: found, ...(isSilent && { silent: true }) },
      sourceAsOf: version.asOf,
    })
  }
  return checks
}
