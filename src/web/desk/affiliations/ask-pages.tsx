/** Asks a provider to disclose affiliations: as a part of a case, and from an enrollment. */
import { listDeskRequestsOf } from '#db/queries/affiliations/request-lists.ts'
import { searchAffiliations } from '#db/queries/affiliations/search.ts'
import { type ApplicationSubject, applicationSubject } from '#db/queries/application/applications.ts'
import { type EnrollmentSubject, enrollmentSubject } from '#db/queries/enrollment/enrollments.ts'
import { authorize } from '#domain/access/policy.ts'
import type { Problem } from '#domain/result.ts'
import { askAffiliations, findAskedAbout } from '#use-cases/affiliations/ask-affiliations.ts'
import { readEnrollment } from '#use-cases/decisions/read-enrollment.ts'
import { type Ask, page } from '#web/kit/page.ts'
import { notFound, redirect } from '#web/kit/reply.ts'
import { showCase } from '../case/case-frame.tsx'
import { loadCase } from '../case/loaded-case.ts'
import { deskEnrollmentPath } from '../decisions/decision-paths.ts'
import { deskScreen } from '../decisions/desk-screen.tsx'
import { deskAffiliationPath } from './affiliation-paths.ts'
import { AskAffiliations } from './ask-parts.tsx'
import { DisclosedTable } from './disclosed-table.tsx'

type CaseAsking = Ask<'application.review', ApplicationSubject>
type EnrollmentAsking = Ask<'affiliation.ask', EnrollmentSubject>

export const caseAffiliationsPage = page({
  path: '/desk/cases/:applicationId/affiliations',
  action: 'application.review',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  get: (ask) => drawCase(ask, '', []),
  post: {
    fields: ['basis'],
    once: true,
    async handle(ask) {
      const { db, permit, posted, services, w, now, subject } = ask
      const asking = authorize(permit.actor, 'affiliation.ask', subject)
      if (!asking.ok) return notFound
      const input = { of: 'application', basis: posted.basis ?? '' } as const
      const done = await askAffiliations(db, asking.value, input, { site: services.site, words: w }, now)
      if (!done.ok) return drawCase(ask, input.basis, done.problems)
      services.wake()
      return redirect(deskAffiliationPath(done.value.id), { notice: 'affiliations-asked' })
    },
  },
})

async function drawCase(ask: CaseAsking, typed: string, problems: readonly Problem[]) {
  const { db, permit, w, visit, now, subject } = ask
  const asking = authorize(permit.actor, 'affiliation.ask', subject)
  if (!asking.ok) return notFound
  return showCase({
    ask,
    loaded: await loadCase(ask),
    tab: 'affiliations',
    problems,
    nameOf: (at) => (at === 'basis' ? w.affiliations.desk.basis : undefined),
    children: (
      <AskAffiliations
        asked={await findAskedAbout(db, asking.value, 'application')}
        requests={await listDeskRequestsOf(db, asking.value)}
        heading="h3"
        typed={typed}
        problems={problems}
        visit={visit}
        now={now}
        w={w}
      />
    ),
  })
}

export const enrollmentAffiliationsPage = page({
  path: '/desk/enrollments/:enrollmentId/affiliations',
  action: 'affiliation.ask',
  subject: (db, { enrollmentId }) => enrollmentSubject(db, enrollmentId),
  get: (ask) => drawEnrollment(ask, '', []),
  post: {
    fields: ['basis'],
    once: true,
    async handle(ask) {
      const { db, permit, posted, services, w, now } = ask
      const input = { of: 'enrollment', basis: posted.basis ?? '' } as const
      const done = await askAffiliations(db, permit, input, { site: services.site, words: w }, now)
      if (!done.ok) return drawEnrollment(ask, input.basis, done.problems)
      services.wake()
      return redirect(deskAffiliationPath(done.value.id), { notice: 'affiliations-asked' })
    },
  },
})

async function drawEnrollment(ask: EnrollmentAsking, typed: string, problems: readonly Problem[]) {
  const { db, permit, w, visit, now, subject } = ask
  const t = w.affiliations.desk
  const looking = authorize(permit.actor, 'decisions.view', subject)
  const searching = authorize(permit.actor, 'affiliation.search', subject)
  if (!looking.ok || !searching.ok) return notFound
  const { header } = await readEnrollment(db, looking.value, subject.id)
  const about = await searchAffiliations(db, searching.value, {
    sameAs: { npi: header.enrolleeNpi, name: header.enrolleeName },
    notOf: subject.enrolleeId,
  })
  return deskScreen({
    w,
    title: t.requestTitle(header.enrolleeName),
    back: { href: deskEnrollmentPath(subject.id), label: w.decisions.backToEnrollment },
    problems,
    children: (
      <>
        <AskAffiliations
          asked={await findAskedAbout(db, permit, 'enrollment')}
          requests={await listDeskRequestsOf(db, permit)}
          heading="h2"
          typed={typed}
          problems={problems}
          visit={visit}
          now={now}
          w={w}
        />
        <h2>{t.aboutTitle}</h2>
        {about.length === 0 ? <p>{t.aboutNone}</p> : <DisclosedTable caption={t.aboutTitle} rows={about} w={w} />}
      </>
    ),
  })
}
