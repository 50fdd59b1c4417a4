/** The invented facts of an approval and of a request for more information, for sample letters. Nobody in them exists. */
import type { ApplicationReason, FormId } from '#domain/application/reasons.ts'
import { addDays, type Day } from '#domain/dates.ts'
import type { ApprovalOutcome } from '#domain/decisions/worded-letters.ts'
import type { ApprovalFacts } from '#letters/approval-letter.ts'
import type { AskedItem } from '#letters/development-letter.ts'

/** An application whose approval has the outcome. */
const applied: Readonly<Record<ApprovalOutcome, readonly [form: FormId, reason: ApplicationReason]>> = {
  enrolled: ['CMS-855I', 'initial'],
  changed: ['CMS-855I', 'change'],
  confirmed: ['CMS-855I', 'revalidation'],
  ordering: ['CMS-855O', 'initial'],
  'opted-out': ['OPT-OUT', 'initial'],
  reactivated: ['CMS-855I', 'reactivation'],
  ended: ['CMS-855I', 'withdrawal'],
}

export function sampleApproval(outcome: ApprovalOutcome, on: Day): ApprovalFacts {
  const [form, kind] = applied[outcome]
  const begins = addDays(on, -20)
  return {
    kind,
    form,
    enrolled: {
      specialty: '08',
      state: 'IL',
      displayName: 'Sam Sample',
      locations: [],
      reassignments: [],
      firstServiceOn: begins,
    },
    specialtyName: 'Family practice',
    enrollmentId: 'I20200101000001',
    ptan: 'IL0000000',
    participates: true,
    receivedOn: begins,
    firstServiceOn: begins,
    effectiveOn: begins,
    mayBillFrom: addDays(begins, -30),
    delay: 'circumstances',
    dateReason: undefined,
    because: ['42 CFR 424.520(d)(1)'],
    changes: outcome === 'changed' ? [{ ask: 'Street address', was: '1 Main St', is: '12 Oak Ave' }] : [],
  }
}

export const sampleItem: AskedItem = {
  section: 'Licenses',
  ask: 'Number',
  wording: 'What the reviewer asks for stands here.',
  cite: '42 CFR 424.525(a)(1)',
}
