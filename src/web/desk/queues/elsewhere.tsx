/** What waits beside the cases of the worklist, as links with counts; what has nothing is left out. */
import type { JSX } from 'preact'
import { type Elsewhere, elsewhere } from '#db/queries/worklist/waiting-elsewhere.ts'
import type { Words } from '#words/index.ts'

const pages: Readonly<Record<Elsewhere, string>> = {
  monitoring: '/desk/monitoring',
  affiliations: '/desk/affiliations',
  appeals: '/desk/appeals',
  decisions: '/desk/decisions',
  mailTexts: '/desk/mail-texts',
  letterWordings: '/desk/letter-wordings',
  policies: '/desk/policies',
}

interface Props {
  readonly counts: Readonly<Record<Elsewhere, number>> | undefined
  readonly w: Words
}
export function WaitingElsewhere({ counts, w }: Props): JSX.Element | null {
  const t = w.desk.queues
  const waiting = counts ? elsewhere.filter((e) => counts[e] > 0) : []
  if (!counts || waiting.length === 0) return null
  return (
    <nav class="elsewhere" aria-label={t.elsewhere}>
      <strong>{t.elsewhere}</strong>
      <ul>
        {waiting.map((e) => (
          <li key={e}>
            <a href={pages[e]}>{t.elsewhereSaid[e](counts[e])}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
