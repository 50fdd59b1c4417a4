/** The ways to reassignments from other pages: what waits for the visitor's signature, and the groups of an application. */
import type { Db } from '#db/db.ts'
import { listToSign } from '#db/queries/reassignments/to-sign.ts'
import { can, type Permit, type Subject } from '#domain/access/policy.ts'
import type { Visit } from '#web/kit/page.ts'
import type { Words } from '#words/index.ts'
import { applicationPath } from '../application/section-order.ts'

/** One line for the dashboard, when something waits. */
export async function reassignmentNeeds(db: Db, permit: Permit<'dashboard.view'>, w: Words) {
  const waiting = await listToSign(db, permit)
  const whose = new Set(
    waiting.map(({ handshake: h, side }) => (side === 'group' ? h.group.name : h.practitioner.name)),
  )
  const t = w.reassignments.sign
  return waiting.length === 0
    ? []
    : [{ what: t.need(waiting.length), whose: [...whose].join(', '), detail: t.needDetail, href: '/reassignments' }]
}

interface LinkProps {
  readonly application: Subject & { readonly form: string }
  readonly named: boolean
  readonly visit: Visit
  readonly w: Words
}
/** Only where the application names groups, and to whoever may ask them. */
export const GroupsLink = ({ application, named, visit, w }: LinkProps) =>
  named && application.form === 'CMS-855I' && can(visit.actor, 'reassignment.propose', application) ? (
    <p>
      <a class="usa-link" href={applicationPath(application.id, '/reassignments')}>
        {w.reassignments.application.link}
      </a>
    </p>
  ) : null

interface EnrollmentProps {
  readonly enrollment: Subject & { readonly form: string }
  readonly visit: Visit
  readonly w: Words
}
/** From an enrollment: a practitioner's own reassignments, or the roster of those who reassign to it. */
export function ReassignmentsLink({ enrollment: n, visit, w }: EnrollmentProps) {
  const own = n.form === 'CMS-855I'
  return can(visit.actor, own ? 'reassignment.propose' : 'roster.view', n) ? (
    <p>
      <a class="usa-link" href={`/enrollments/${n.id}/${own ? 'reassign' : 'roster'}`}>
        {own ? w.reassignments.propose.link : w.delegation.roster.link}
      </a>
    </p>
  ) : null
}
