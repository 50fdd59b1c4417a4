/** A letter as the desk reads it, and its PDF. Reading it here does not count as read by the provider. */
import { letterSubject } from '#db/queries/application/letters.ts'
import { isWordedLetter } from '#domain/decisions/worded-letters.ts'
import { Paper } from '#letters/html.tsx'
import { readLetter } from '#use-cases/decisions/read-letter.ts'
import { page } from '#web/kit/page.ts'
import { BackLink } from '#web/kit/parts.tsx'
import { download, show } from '#web/kit/reply.ts'
import { deskEnrollmentPath } from '../decisions/decision-paths.ts'
import { casePath } from './loaded-case.ts'

export const deskLetterPage = page({
  path: '/desk/letters/:letterId',
  action: 'letter.view',
  subject: (db, { letterId }) => letterSubject(db, letterId),
  async get({ db, permit, now, w }) {
    const letter = await readLetter(db, permit, now)
    return show(
      letter.title,
      <>
        <BackLink
          href={
            letter.enrollmentId
              ? deskEnrollmentPath(letter.enrollmentId)
              : letter.applicationId
                ? casePath(letter.applicationId, '/history')
                : '/desk'
          }
          w={w}
          label={letter.enrollmentId ? w.decisions.backToEnrollment : w.desk.case.backToCase}
        />
        <Paper paper={letter.paper} />
        <p>
          <a href={`/desk/letters/${letter.id}/pdf`}>PDF</a>
        </p>
        {letter.words && isWordedLetter(letter.words.kind) && (
          <p class="quiet">
            {w.decisions.writtenWith(
              `${w.decisions.letters[letter.words.kind]}, ${w.decisions.versionNo(letter.words.version)}`,
            )}
          </p>
        )}
      </>,
    )
  },
})

export const deskLetterPdfPage = page({
  path: '/desk/letters/:letterId/pdf',
  action: 'letter.view',
  subject: (db, { letterId }) => letterSubject(db, letterId),
  async get({ db, permit, now }) {
    const letter = await readLetter(db, permit, now)
    return download(letter.pdf, 'application/pdf', `${letter.kind}.pdf`)
  },
})
