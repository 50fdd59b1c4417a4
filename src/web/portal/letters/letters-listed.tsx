/** The letters about an application, as links for those who may read them and by name for those who may not. */
import type { listApplicationLetters } from '#db/queries/application/letters.ts'
import type { Words } from '#words/index.ts'

interface Props {
  readonly letters: Awaited<ReturnType<typeof listApplicationLetters>>
  /** May the visitor read them? */
  readonly reads: boolean
  /** Of the contractor, for the days. */
  readonly zone: string
  readonly w: Words
}

export const LettersListed = ({ letters, reads, zone, w }: Props) =>
  letters.length > 0 ? (
    <section>
      <h2>{w.portal.tracking.letters}</h2>
      <ul class="usa-list">
        {letters.map((l) => (
          <li key={l.id}>
            {reads ? (
              <a class="usa-link" href={`/letters/${l.id}`}>
                {l.title}
              </a>
            ) : (
              l.title
            )}
            {` (${w.portal.time.at(l.issuedAt, zone)})`}
          </li>
        ))}
      </ul>
    </section>
  ) : null
