/** One line that says where a request stands and leads to it: in a tracker, and on the page of an enrollment. */
import type { JSX } from 'preact'
import type { AffiliationRequest } from '#db/queries/affiliations/requests.ts'
import type { Day } from '#domain/dates.ts'
import type { Words } from '#words/index.ts'
import { affiliationsPath } from './affiliation-paths.ts'

interface LinkProps {
  readonly request: AffiliationRequest
  readonly today: Day
  readonly w: Words
}
export const RequestLink = ({ request: r, today, w }: LinkProps): JSX.Element => (
  <a class="usa-link" href={affiliationsPath(r.id)}>
    {r.outcome
      ? w.affiliations.outcomes[r.outcome]
      : r.state === 'asked'
        ? w.affiliations.tracker(w.portal.time.due(r.dueOn, today))
        : w.affiliations.states[r.state]}
  </a>
)
