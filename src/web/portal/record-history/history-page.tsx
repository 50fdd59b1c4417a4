/**
 * The record of an enrollment by its days and by when we knew: what we said on one day about another, the days between
 * periods that are not paid, and everything that was ever believed. The answer comes from the same snapshot as a claim's.
 */
import type { JSX } from 'preact'
import { enrollmentSubject, findEnrollment } from '#db/queries/enrollment/enrollments.ts'
import { type KnownPeriod, listKnownPeriods, listKnownVersions } from '#db/queries/record-history/known-rows.ts'
import { type Day, isDay } from '#domain/dates.ts'
import { type Standing, standingsOf } from '#domain/eligibility/standing.ts'
import type { EnrollmentPeriod } from '#domain/enrollment/enrollment.ts'
import type { Problem } from '#domain/result.ts'
import { DayField } from '#web/kit/day-field.tsx'
import { page } from '#web/kit/page.ts'
import { BackLink, Button, ErrorSummary, SummaryList } from '#web/kit/parts.tsx'
import { show } from '#web/kit/reply.ts'
import type { Words } from '#words/index.ts'
import { GapsShown } from './gaps-shown.tsx'
import { KnownPeriods, KnownVersions } from './known-tables.tsx'

export const recordHistoryPage = page({
  path: '/enrollments/:enrollmentId/history',
  action: 'enrollment.view',
  subject: (db, { enrollmentId }) => enrollmentSubject(db, enrollmentId),
  query: ['known', 'about'],
  async get({ db, permit, w, query, today, services }) {
    const t = w.recordHistory
    const { id, enrolleeNpi } = await findEnrollment(db, permit)
    const typed = { known: query.known?.trim() || today, about: query.about?.trim() || today }
    const problems = (['known', 'about'] as const).flatMap((at): readonly Problem[] =>
      isDay(typed[at])
        ? at === 'known' && typed.known > today
          ? [{ code: 'date-in-future', at }]
          : []
        : [{ code: 'not-a-date', at }],
    )
    const periods = await listKnownPeriods(db, permit)
    const [known, about] = [typed.known as Day, typed.about as Day]
    const said = (knownOn?: Day) =>
      standingsOf(services.eligibility(), enrolleeNpi, about, knownOn).find((s) => s.enrollmentId === id)
    const believed = periods.filter((p) => !p.knownTo)
    const title = t.title(id)
    return show(
      problems.length > 0 ? `${w.layout.errorPrefix}${title}` : title,
      <>
        <BackLink href={`/enrollments/${id}`} w={w} label={t.back(id)} />
        <ErrorSummary problems={problems} w={w} nameOf={(at) => (at === 'known' ? t.known : t.about)} />
        <h1>{title}</h1>
        <p class="usa-intro">{t.intro}</p>
        <h2>{t.ask}</h2>
        {problems.length === 0 && <Said known={known} about={about} before={said(known)} current={said()} w={w} />}
        <AskForm typed={typed} problems={problems} w={w} />
        <GapsShown periods={believed.map(periodOf)} today={today} w={w} />
        <KnownPeriods rows={periods} w={w} />
        <KnownVersions rows={await listKnownVersions(db, permit)} w={w} />
      </>,
      { status: problems.length > 0 ? 422 : 200 },
    )
  },
})

const periodOf = ({ status, from, to }: KnownPeriod): EnrollmentPeriod => ({ status, from, ...(to && { to }) })

interface SaidProps {
  readonly known: Day
  readonly about: Day
  readonly before: Standing | undefined
  readonly current: Standing | undefined
  readonly w: Words
}
function Said({ known, about, before, current, w }: SaidProps): JSX.Element {
  const t = w.recordHistory
  const { day } = w.portal.time
  const inWords = (s: Standing | undefined): string =>
    s?.status && s.from ? t.span(w.portal.enrollment.statuses[s.status], day(s.from), s.to && day(s.to)) : t.nothing
  const [saidThen, saidNow] = [inWords(before), inWords(current)]
  return (
    <>
      <SummaryList
        w={w}
        rows={[
          { key: t.atThatTime(day(known), day(about)), value: saidThen },
          { key: t.now(day(about)), value: saidNow },
        ]}
      />
      <p>{saidThen === saidNow ? t.same : t.differs}</p>
    </>
  )
}

interface FormProps {
  readonly typed: Readonly<Record<'known' | 'about', string>>
  readonly problems: readonly Problem[]
  readonly w: Words
}
function AskForm({ typed, problems, w }: FormProps): JSX.Element {
  const t = w.recordHistory
  return (
    <form method="get" class="usa-form" noValidate>
      {(['known', 'about'] as const).map((name) => (
        <DayField
          key={name}
          name={name}
          value={typed[name]}
          label={t[name]}
          hint={name === 'known' ? t.knownHint : t.aboutHint}
          problem={problems.find((p) => p.at === name)}
          w={w}
        />
      ))}
      <Button>{t.show}</Button>
    </form>
  )
}
