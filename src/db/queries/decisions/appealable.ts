/** Against which decision a letter gives a right to appeal: one on an enrollment, a denial, or the date of an approval. */
import type { Permit } from '#domain/access/policy.ts'
import { type OpenRemedy, remediesAgainst } from '#domain/appeals/appeal.ts'
import { type Day, dayIn } from '#domain/dates.ts'
import type { AnyDecisionKind } from '#domain/decisions/kinds.ts'
import { everyDecisionKind } from '#domain/decisions/kinds.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

export interface Appealable {
  readonly letterId: string
  readonly decision: { readonly enrollmentDecisionId: string } | { readonly applicationDecisionId: string }
  readonly kind: AnyDecisionKind
  /** The date of the letter, in the contractor's zone. */
  readonly letterOn: Day
  readonly contractorId: string
  readonly enrolleeId: string
  readonly remedies: readonly OpenRemedy[]
}

/** Undefined when nothing can be done against the letter, or the decision was taken back. */
export async function findAppealable(
  db: Db,
  permit: Permit<'letter.view' | 'appeal.file'>,
): Promise<Appealable | undefined> {
  const k = open(db)
  const letter = await k
    .selectFrom('letter as l')
    .innerJoin('contractor as c', 'c.id', 'l.contractor_id')
    .select(['l.id', 'l.issued_at', 'l.dedupe_key', 'l.enrollee_id', 'l.contractor_id', 'c.time_zone'])
    .where('l.id', '=', permit.subjectId)
    .executeTakeFirst()
  if (!letter) return undefined
  const found = (await ofEnrollment(db, letter.id)) ?? (await ofApplication(db, letter.dedupe_key))
  if (!found || !Object.hasOwn(everyDecisionKind, found.kind)) return undefined
  const letterOn = dayIn(letter.time_zone, letter.issued_at)
  const kind = found.kind as AnyDecisionKind
  const remedies = remediesAgainst(kind, found.reasons, letterOn)
  if (remedies.length === 0) return undefined
  return {
    letterId: letter.id,
    decision: found.decision,
    kind,
    letterOn,
    contractorId: letter.contractor_id,
    enrolleeId: letter.enrollee_id,
    remedies,
  }
}

async function ofEnrollment(db: Db, letterId: string) {
  const row = await open(db)
    .selectFrom('enrollment_decision as d')
    .leftJoin('enrollment_decision as x', (j) =>
      j.onRef('x.undoes_id', '=', 'd.id').on('x.state', 'in', ['issued', 'delivered']),
    )
    .select(['d.id', 'd.kind', 'd.reasons', 'x.id as undone'])
    .where('d.letter_id', '=', letterId)
    .where('d.state', '=', 'delivered')
    .executeTakeFirst()
  return row && row.undone === null
    ? { decision: { enrollmentDecisionId: row.id }, kind: row.kind as string, reasons: row.reasons }
    : undefined
}

/** The letter of a decision on a submission has the key "decision:<application>:<submission>". */
async function ofApplication(db: Db, key: string) {
  const [what, applicationId, submission] = key.split(':')
  if (what !== 'decision' || applicationId === undefined) return undefined
  const row = await open(db)
    .selectFrom('decision')
    .select(['id', 'kind', 'reasons'])
    .where('application_id', '=', applicationId)
    .where('submission_ordinal', '=', Number(submission))
    .where('overturned_at', 'is', null)
    .executeTakeFirst()
  return row && { decision: { applicationDecisionId: row.id }, kind: row.kind, reasons: row.reasons }
}
