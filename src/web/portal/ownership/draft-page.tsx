/** The ownership of an application as its answers draw it, finished or not, beside the record that it would change. */
import { applicationSubject } from '#db/queries/application/applications.ts'
import { isEditable } from '#domain/application/lifecycle.ts'
import { draftOwnership } from '#use-cases/ownership/read-ownership.ts'
import { OwnershipChanges } from '#web/kit/ownership/changes-table.tsx'
import { OwnershipShown } from '#web/kit/ownership/ownership-shown.tsx'
import { can, page } from '#web/kit/page.ts'
import { BackLink } from '#web/kit/parts.tsx'
import { notFound, show } from '#web/kit/reply.ts'
import { applicationPath } from '../application/section-order.ts'

export const draftOwnershipPage = page({
  path: '/applications/:applicationId/ownership',
  action: 'application.view',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  async get({ db, permit, w, subject, visit }) {
    const t = w.ownership
    const found = await draftOwnership(db, permit)
    if (!found) return notFound
    const { structure, before } = found
    const name = structure.parties.find((p) => p.id === structure.root)!.name
    return show(
      t.titleOf(name),
      <>
        <BackLink href={applicationPath(subject.id)} w={w} />
        <h1>{t.titleOf(name)}</h1>
        <p class="usa-intro">{t.intro}</p>
        {isEditable(subject.status) && can(visit.actor, 'application.edit', subject) && (
          <p class="no-print">
            <a class="usa-link" href={applicationPath(subject.id, '/ownership/import')}>
              {t.importLink}
            </a>
          </p>
        )}
        {structure.interests.length === 0 ? (
          <p>{t.noneYet}</p>
        ) : (
          <>
            <h2>{t.asAnswered}</h2>
            <OwnershipShown structure={structure} w={w} />
          </>
        )}
        {before && (
          <section>
            <h2>{t.compareTitle}</h2>
            <OwnershipChanges was={before} is={structure} w={w} />
          </section>
        )}
      </>,
      { wide: true },
    )
  },
})
