/** The way from an enrollment's monitoring or revalidation to asking its owner for affiliations, for whoever may. */
import type { JSX } from 'preact'
import { type Actor, can, type Subject } from '#domain/access/policy.ts'
import type { Words } from '#words/index.ts'
import { askOfEnrollmentPath } from './affiliation-paths.ts'

interface LinkProps {
  readonly enrollmentId: string
  readonly actor: Actor
  readonly subject: Subject
  readonly w: Words
}
export const AskAffiliationsLink = ({ enrollmentId, actor, subject, w }: LinkProps): JSX.Element | null =>
  can(actor, 'affiliation.ask', subject) ? (
    <p>
      <a class="usa-link no-print" href={askOfEnrollmentPath(enrollmentId)}>
        {w.affiliations.desk.enrollmentLink}
      </a>
    </p>
  ) : null
