/** The screening of a case: what is open, every result with its evidence, dispositions, licenses by hand, run again. */
import { applicationSubject } from '#db/queries/application/applications.ts'
import { namesOf } from '#db/queries/application/case-people.ts'
import { listChecks } from '#db/queries/application/screening.ts'
import type { Day } from '#domain/dates.ts'
import type { Problem } from '#domain/result.ts'
import { inReadingOrder, isDisposition, isLicenseStanding } from '#domain/review/screening/screening.ts'
import type { Typed } from '#forms/kit/answers.ts'
import { findOpenChecks } from '#use-cases/decisions/open-work.ts'
import { disposeCheck, recordLicense } from '#use-cases/screening/judge-checks.ts'
import { screenApplication } from '#use-cases/screening/screen-application.ts'
import { page } from '#web/kit/page.ts'
import { Alert, Button, Form } from '#web/kit/parts.tsx'
import { notFound, redirect } from '#web/kit/reply.ts'
import { showCase } from './case-frame.tsx'
import { subjectNames } from './check-subjects.ts'
import { LicenseForm, licenseFields, readLicense, typedLicense } from './license-form.tsx'
import { type CaseAsk, casePath, loadCase } from './loaded-case.ts'
import { reviewing } from './reviewing.ts'
import { OpenList, ScreeningResults } from './screening-results.tsx'

type Reviewing = CaseAsk<'case.view' | 'application.review'>
interface Refused {
  readonly problems: readonly Problem[]
  readonly license?: Typed
  readonly check?: { readonly id: string; readonly disposition: string; readonly reason: string }
}
const done = (ask: Reviewing) => redirect(casePath(ask.subject.id, '/screening'), { notice: 'recorded' })

export const screeningPage = page({
  path: '/desk/cases/:applicationId/screening',
  action: 'case.view',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  query: ['change'],
  get: (ask) => draw(ask, { problems: [] }),
  post: {
    fields: licenseFields,
    async handle(viewed) {
      const ask = reviewing(viewed)
      if (!ask) return notFound
      const { db, permit, posted, now } = ask
      if (posted.go !== 'license') {
        const ran = await screenApplication(db, permit, now)
        return ran.ok ? done(ask) : draw(ask, ran)
      }
      const typed = typedLicense(posted)
      const { answers, problems } = readLicense(typed, await loadCase(ask))
      if (problems.length > 0) return draw(ask, { problems, license: typed })
      const { license, site, standing, seenOn, expiresOn, note } = answers
      const standingSaid = String(standing)
      const saved = await recordLicense(
        db,
        permit,
        {
          subject: String(license),
          site: String(site),
          standing: isLicenseStanding(standingSaid) ? standingSaid : 'not-found',
          seenOn: seenOn as Day,
          expiresOn: expiresOn as Day | undefined,
          note: note === undefined ? undefined : String(note),
        },
        now,
      )
      return saved.ok ? done(ask) : draw(ask, { problems: saved.problems, license: typed })
    },
  },
})

/** What a person says of one finding. Its fields carry the check's id, so that every form of the page has its own. */
export const dispositionPage = page({
  path: '/desk/cases/:applicationId/screening/:checkId',
  action: 'application.review',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  post: {
    fields: (_, { checkId }) => [`disposition-${checkId}`, `reason-${checkId}`],
    async handle(ask) {
      const { db, permit, posted, params, now } = ask
      const id = params.checkId ?? ''
      const [disposition = '', reason = ''] = [posted[`disposition-${id}`], posted[`reason-${id}`]]
      const said = { checkId: id, disposition: isDisposition(disposition) ? disposition : undefined, reason }
      const saved = await disposeCheck(db, permit, said, now)
      return saved.ok ? done(ask) : draw(ask, { problems: saved.problems, check: { id, disposition, reason } })
    },
  },
})

async function draw(ask: Reviewing, refused: Refused) {
  const { db, permit, w, visit } = ask
  const t = w.desk.screening
  const loaded = await loadCase(ask)
  const checks = inReadingOrder(await listChecks(db, permit))
  const earlier = await listChecks(db, permit, true)
  const people = [...checks, ...earlier].flatMap((c) => [c.ranBy, c.disposedBy ?? ''])
  const names = await namesOf(db, permit, people)
  const subjectOf = subjectNames(loaded, w)
  const open = await findOpenChecks(db, permit, loaded)
  return showCase({
    ask,
    loaded,
    tab: 'screening',
    problems: refused.problems,
    nameOf: (at) => t.fields[at.split('-')[0] as keyof typeof t.fields],
    children: (
      <>
        {checks.length === 0 && <Alert kind="info">{t.notRun}</Alert>}
        <section class="open-checks" aria-labelledby="open-checks">
          <h3 id="open-checks">{t.openTitle}</h3>
          {open.length === 0 ? (
            <p>{t.openNone}</p>
          ) : (
            <OpenList
              applicationId={loaded.header.id}
              open={open}
              checks={checks}
              line={(o) => t.openLine(o.kind, subjectOf(o.subject), o.why)}
            />
          )}
          {loaded.isWorkable && (
            <Form visit={visit} class="inline-form">
              <Button kind="outline" go="run">
                {t.run}
              </Button>
            </Form>
          )}
        </section>
        <ScreeningResults
          ask={ask}
          loaded={loaded}
          names={names}
          problems={refused.problems}
          checks={checks}
          earlier={earlier}
          open={open}
          subjectOf={subjectOf}
          refused={refused.check}
        >
          {loaded.isWorkable && (
            <details
              class="fold"
              id="license-by-hand"
              open={refused.license !== undefined || open.some((o) => o.kind === 'license-board')}
            >
              <summary>
                <h3>{t.licenseTitle}</h3>
              </summary>
              <LicenseForm ask={ask} loaded={loaded} typed={refused.license ?? {}} problems={refused.problems} />
            </details>
          )}
        </ScreeningResults>
      </>
    ),
  })
}
