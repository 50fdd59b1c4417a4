/**
 * Whether somebody whom the file names is named in other filings, and what became of those: in the record by number, in
 * filings that wait or were refused also by name with date of birth, which is said. While older filings are not gone
 * through yet, nothing found is "unavailable", never "clear".
 */
import type { Db } from '#db/db.ts'
import { areFiledPartiesKept, filingsNaming } from '#db/queries/lists/filed-parties.ts'
import { namedElsewhere } from '#db/queries/lists/named-elsewhere.ts'
import type { NewCheck } from '#db/records/application/screening.ts'
import type { Permit } from '#domain/access/policy.ts'
import { checkCites } from '#domain/rules/check-cites.ts'
import { type PartyKey, partyKeys, tellsApart } from '#domain/screening/filed-party.ts'
import {
  adverseElsewhere,
  besideElsewhere,
  type Elsewhere,
  isNowhere,
  nowhereElse,
} from '#domain/screening/named-elsewhere.ts'
import { readingOf } from '#forms/readings.ts'
import { type CaseFile, submissionUnderReview } from '../case/case-file.ts'
import { taxIdIn } from './filed-parties.ts'

type Screening = Permit<'application.review' | 'application.screen'>

/** One check a person or organization; without a number and a date of birth nothing tells that it is the same one, and that is said. */
export async function checkElsewhere(db: Db, permit: Screening, found: CaseFile): Promise<readonly NewCheck[]> {
  const { header, whole } = found
  const checks: NewCheck[] = []
  const isWhole = await areFiledPartiesKept(db, permit)
  for (const party of readingOf(header.form).namedParties(whole)) {
    const taxId = taxIdIn(whole, party)
    const keys = partyKeys(taxId, party.names)
    const base = {
      kind: 'other-filings',
      subject: party.id,
      submission: submissionUnderReview(found),
      source: undefined,
      sourceAsOf: undefined,
    } as const
    const { cite } = checkCites['other-filings']
    if (!tellsApart(keys.map((k) => k.kind))) {
      const beside = besideElsewhere(await everywhere(db, permit, { taxId, keys, notOf: header.enrolleeId }))
      const evidence = { elsewhere: null, ...(beside.length > 0 && { beside }), cite }
      checks.push({ ...base, outcome: 'recorded', evidence })
      continue
    }
    const all = await everywhere(db, permit, { taxId, keys, notOf: header.enrolleeId })
    const [elsewhere, beside] = [adverseElsewhere(all), besideElsewhere(all)]
    const known = all.enrollments.length + all.filings.length
    const unfinished = isNowhere(elsewhere) && !isWhole
    const outcome = unfinished ? 'unavailable' : isNowhere(elsewhere) ? 'clear' : 'different'
    const evidence = {
      elsewhere,
      ...(beside.length > 0 && { beside }),
      known,
      ...(unfinished && { unfinished }),
      cite,
    }
    checks.push({ ...base, outcome, evidence })
  }
  return checks
}

interface Asked {
  readonly taxId: string | undefined
  readonly keys: readonly PartyKey[]
  readonly notOf: string
}
/** The record by number only; filings by every key. One that is both is told of as the party's own. */
async function everywhere(db: Db, permit: Screening, { taxId, keys, notOf }: Asked): Promise<Elsewhere> {
  const own = taxId === undefined ? nowhereElse : await namedElsewhere(db, permit, { taxId, notOf })
  const naming = await filingsNaming(db, permit, keys)
  const isOwn = new Set(own.filings.map((f) => f.applicationId))
  return { ...own, filings: [...own.filings, ...naming.filter((f) => !isOwn.has(f.applicationId))] }
}
