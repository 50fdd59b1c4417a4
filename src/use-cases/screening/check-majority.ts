/**
 * The 36-month rule on an application that changes who owns an enrolled organization: what of it changes hands, all steps
 * since the start of the 36 months added up. An exception of the rule is for a person to say, with its reason.
 */
import type { Db } from '#db/db.ts'
import { findStructure, structureDays } from '#db/queries/ownership/structure-of.ts'
import type { NewCheck } from '#db/records/application/screening.ts'
import type { Permit } from '#domain/access/policy.ts'
import { addMonths, type Day } from '#domain/dates.ts'
import { acquiredPercent, lastMajorityChange } from '#domain/ownership/majority-steps.ts'
import type { OwnershipStructure } from '#domain/ownership/party.ts'
import { MAJORITY_MONTHS, majorityRuleTypes, privilegesPass } from '#domain/screening/majority-ownership.ts'
import { ownershipOf } from '#forms/ownership.ts'
import { readingOf } from '#forms/readings.ts'
import { type CaseFile, submissionUnderReview } from '../case/case-file.ts'
import { APPLICANT } from './screening-subjects.ts'

type Screening = Permit<'application.review' | 'application.screen'>

/** Nothing for other types, for a first enrollment, and while the record knows no owner. */
export async function checkMajority(db: Db, permit: Screening, found: CaseFile, on: Day): Promise<readonly NewCheck[]> {
  const { header, whole, begins } = found
  const after = ownershipOf(header.form, whole)
  const supplierType = readingOf(header.form).supplierType(whole)
  const changesOn = header.receivedOn ?? on
  if (!header.enrollmentId || !begins || !after || !majorityRuleTypes.on(changesOn).includes(supplierType)) return []
  const steps: { on: Day; structure: OwnershipStructure }[] = []
  for (const day of await structureDays(db, permit, header.enrollmentId)) {
    const structure = await findStructure(db, permit, header.enrollmentId, { on: day })
    if (structure) steps.push({ on: day, structure })
  }
  const [first] = steps
  if (!first) return []
  const lastMajorityChangeOn = lastMajorityChange(steps)
  // A majority that changed starts the months anew, with those who bought it.
  const window = addMonths(changesOn, -MAJORITY_MONTHS)
  const from = lastMajorityChangeOn && lastMajorityChangeOn > window ? lastMajorityChangeOn : window
  const start = steps.findLast((s) => s.on <= from) ?? first
  const facts = {
    supplierType,
    firstEnrolledOn: begins,
    ...(lastMajorityChangeOn && { lastMajorityChangeOn }),
    changesOn,
    directPercent: acquiredPercent(start.structure, after),
    exceptions: [],
  }
  const finding = privilegesPass(facts)
  return [
    {
      kind: 'majority-change',
      subject: APPLICANT,
      submission: submissionUnderReview(found),
      outcome: finding.passes ? 'clear' : 'different',
      evidence: { majority: { ...facts, ...finding, countedFrom: start.on }, cite: finding.cite },
      source: undefined,
      sourceAsOf: undefined,
    },
  ]
}
