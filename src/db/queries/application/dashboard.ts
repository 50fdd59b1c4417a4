/**
 * Everything that a person's dashboard shows, in one statement: it is what most people open most often. The lists are
 * those of the pages behind it, with the same rights.
 */
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { MethodsHeld } from '#domain/access/assurance.ts'
import { enrolleesFor, type Permit } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { methodColumns, methodsFrom } from '../../kit/methods.ts'
import { type At, statement, withDates } from '../../kit/statement.ts'
import { type EnrollmentHeader, enrollmentHeaderOf, enrollmentHeaders } from '../enrollment/enrollments.ts'
import { type DeclinedSignature, declinedSignatures } from '../signatures/signers.ts'
import { type ApplicationHeader, applicationHeaderOf, applicationHeaders, isRowId } from './applications.ts'
import { type LetterLine, letterLineOf, letterLines } from './letters.ts'

export interface Dashboard {
  /** Newest movement first; at most 200. */
  readonly applications: readonly ApplicationHeader[]
  /** Newest first; at most 200. */
  readonly enrollments: readonly EnrollmentHeader[]
  /** Newest first; at most 200. */
  readonly letters: readonly LetterLine[]
  readonly declined: readonly DeclinedSignature[]
  /** Applications that the record overtook: another version holds than the one they were begun with. */
  readonly overtaken: ReadonlySet<string>
  readonly methods: MethodsHeld
  /** May a reassignment wait for somebody of the person's parties? If not, nobody needs to look. */
  readonly mayReassign: boolean
  /** The same of somebody who says to have bought an enrollment of theirs. */
  readonly mayBeSold: boolean
  /** The same of a request to disclose affiliations. */
  readonly mayBeAsked: boolean
  /** Was anybody written to about a revalidation of theirs? */
  readonly mayBeDue: boolean
  /** Is it known who billed, so that somebody may have to be told that nothing came? */
  readonly knowsClaims: boolean
}

interface Given {
  readonly userId: string
  /** Enrollees whose applications, enrollments and letters the person may see, and those that they belong to. */
  readonly applying: readonly string[]
  readonly enrolled: readonly string[]
  readonly addressed: readonly string[]
  readonly parties: readonly string[]
}

const dashboard = statement((k, at: At<Given>) =>
  k.selectNoFrom([
    ...methodColumns(k, at('userId')),
    jsonArrayFrom(
      applicationHeaders(k)
        .where(sql<boolean>`a.enrollee_id = any(${at('applying')}::uuid[])`)
        .orderBy('a.updated_at', 'desc')
        .orderBy('a.id')
        .limit(200),
    ).as('applications'),
    jsonArrayFrom(
      enrollmentHeaders(k)
        .where(sql<boolean>`n.enrollee_id = any(${at('enrolled')}::uuid[])`)
        .orderBy('n.created_at', 'desc')
        .orderBy('n.id')
        .limit(200),
    ).as('enrollments'),
    jsonArrayFrom(
      letterLines(k)
        .where(sql<boolean>`l.enrollee_id = any(${at('addressed')}::uuid[])`)
        .where('l.delivered_at', 'is not', null)
        .orderBy('l.issued_at', 'desc')
        .orderBy('l.id')
        .limit(200),
    ).as('letters'),
    jsonArrayFrom(declinedSignatures(k, at('userId')).orderBy('r.declined_at').orderBy('r.id')).as('declined'),
    sql<string[]>`array(select a.id::text from application a join enrollment_version v
        on v.enrollment_id = a.enrollment_id and v.ordinal > a.basis_ordinal and v.known_to is null
      where a.enrollee_id = any(${at('applying')}::uuid[]))`.as('overtaken'),
    sql<boolean>`exists (select from reassignment_handshake h
        where h.from_enrollee_id = any(${at('parties')}::uuid[]) and h.accepted_at is null and h.ended_at is null)
      or exists (select from enrollment n join reassignment_handshake h on h.to_enrollment_id = n.id
        where n.enrollee_id = any(${at('parties')}::uuid[]) and h.accepted_at is null and h.ended_at is null)
      or exists (select from reassignment_handshake h
        where h.to_enrollment_id is null and h.to_enrollee_id = any(${at('parties')}::uuid[]))`.as('may_reassign'),
    sql<boolean>`exists (select from enrollment n join ownership_transfer t on t.seller_enrollment_id = n.id
      where n.enrollee_id = any(${at('parties')}::uuid[]) and t.answered_at is null)`.as('may_be_sold'),
    sql<boolean>`exists (select from affiliation_request r
      where r.enrollee_id = any(${at('addressed')}::uuid[]) and r.state = 'asked')`.as('may_be_asked'),
    sql<boolean>`exists (select from enrollment n join due_notice d on d.enrollment_id = n.id
      where n.enrollee_id = any(${at('enrolled')}::uuid[]))`.as('may_be_due'),
    sql<boolean>`exists (select from source_import where source in ('last-billed', 'last-named') and status = 'current')`.as(
      'knows_claims',
    ),
  ]),
)

export async function readDashboard(db: Db, permit: Permit<'dashboard.view'>): Promise<Dashboard> {
  const { actor } = permit
  const [row] = await dashboard(db, {
    userId: permit.subjectId,
    applying: enrolleesFor(actor, 'application.view').filter(isRowId),
    enrolled: enrolleesFor(actor, 'enrollment.view').filter(isRowId),
    addressed: enrolleesFor(actor, 'letter.view').filter(isRowId),
    parties: actor.memberships.map((m) => m.partyId).filter(isRowId),
  })
  const found = row!
  return {
    applications: found.applications.map((a) =>
      applicationHeaderOf(withDates(a, ['status_since', 'created_at', 'updated_at'])),
    ),
    enrollments: found.enrollments.map((n) => enrollmentHeaderOf(withDates(n, ['created_at']))),
    letters: found.letters.map((l) => letterLineOf(withDates(l, ['issued_at', 'first_read_at']))),
    declined: found.declined,
    overtaken: new Set(found.overtaken),
    methods: methodsFrom(found),
    mayReassign: found.may_reassign,
    mayBeSold: found.may_be_sold,
    mayBeAsked: found.may_be_asked,
    mayBeDue: found.may_be_due,
    knowsClaims: found.knows_claims,
  }
}
