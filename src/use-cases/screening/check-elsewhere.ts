/** Whether somebody whom the file names is named in other filings, and what became of those. By number, never by name. */
import type { Db } from '#db/db.ts'
import { namedElsewhere } from '#db/queries/lists/named-elsewhere.ts'
import type { NewCheck } from '#db/records/application/screening.ts'
import type { Permit } from '#domain/access/policy.ts'
import { digitsOf } from '#domain/identifiers/tax-id.ts'
import { checkCites } from '#domain/rules/check-cites.ts'
import { adverseElsewhere, isNowhere } from '#domain/screening/named-elsewhere.ts'
import type { NamedParty } from '#forms/form-reading.ts'
import type { File } from '#forms/kit/section.ts'
import { readingOf } from '#forms/readings.ts'
import { type CaseFile, submissionUnderReview } from '../case/case-file.ts'

type Screening = Permit<'application.review' | 'application.screen'>

/** One check a person or organization; without a number nothing tells that it is the same one, and that is said. */
export async function checkElsewhere(db: Db, permit: Screening, found: CaseFile): Promise<readonly NewCheck[]> {
  const { header, whole } = found
  const checks: NewCheck[] = []
  for (const party of readingOf(header.form).namedParties(whole)) {
    const taxId = taxIdIn(whole, party)
    const base = {
      kind: 'other-filings',
      subject: party.id,
      submission: submissionUnderReview(found),
      source: undefined,
      sourceAsOf: undefined,
    } as const
    const { cite } = checkCites['other-filings']
    if (taxId === undefined) {
      checks.push({ ...base, outcome: 'recorded', evidence: { elsewhere: null, cite } })
      continue
    }
    const all = await namedElsewhere(db, permit, { taxId, notOf: header.enrolleeId })
    const elsewhere = adverseElsewhere(all)
    const known = all.enrollments.length + all.filings.length
    const outcome = isNowhere(elsewhere) ? 'clear' : 'different'
    checks.push({ ...base, outcome, evidence: { elsewhere, known, cite } })
  }
  return checks
}

function taxIdIn(whole: File, { section, item }: NamedParty): string | undefined {
  const answers = whole[section]?.find((i) => i.id === item)?.answers
  const said = answers?.ssn ?? answers?.ein
  return typeof said === 'string' && said !== '' ? digitsOf(said) : undefined
}
