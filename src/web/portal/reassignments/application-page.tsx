/** The groups that a practitioner's application names: each is asked to confirm here, and stays off the record until it has. */
import { findFile } from '#db/queries/application/application-file.ts'
import { type ApplicationSubject, applicationSubject, findApplication } from '#db/queries/application/applications.ts'
import { type Handshake, listCaseHandshakes } from '#db/queries/reassignments/handshakes.ts'
import { authorize } from '#domain/access/policy.ts'
import { isDay } from '#domain/dates.ts'
import type { Problem } from '#domain/result.ts'
import { lineOf } from '#use-cases/reassignments/member-lines.ts'
import { proposeReassignment } from '#use-cases/reassignments/propose-reassignment.ts'
import { type Ask, page } from '#web/kit/page.ts'
import { BackLink, Button, ErrorSummary, Form, Table } from '#web/kit/parts.tsx'
import { notFound, redirect, show } from '#web/kit/reply.ts'
import { StandingShown } from '#web/kit/standing-shown.tsx'
import { applicationPath } from '../application/section-order.ts'
import { tellerOf } from '../delegation/teller.ts'

type NamedAsk = Ask<'reassignment.propose', ApplicationSubject>

interface Named {
  readonly npi: string
  readonly name: string
  readonly startsOn: string
  readonly handshake: Handshake | undefined
}

/** What the file names under 4F, each with the handshake that is not over. */
async function load({ db, permit, visit, subject }: NamedAsk) {
  const viewing = authorize(visit.actor, 'application.view', subject)
  if (!viewing.ok || subject.form !== 'CMS-855I') return undefined
  const header = await findApplication(db, viewing.value)
  const file = await findFile(db, viewing.value)
  const asked = await listCaseHandshakes(db, permit)
  const named = (file.reassignments ?? []).flatMap(({ answers: a }): Named[] => {
    if (typeof a.npi !== 'string') return []
    const handshake = asked.find(
      (h) => h.group.npi === a.npi && !h.refusedBy && !h.ended && h.practitioner.enrolleeId === header.enrolleeId,
    )
    return [{ npi: a.npi, name: String(a.legalName ?? ''), startsOn: String(a.startsOn ?? ''), handshake }]
  })
  return { header, named }
}

export const applicationReassignmentsPage = page({
  path: '/applications/:applicationId/reassignments',
  action: 'reassignment.propose',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  get: (ask) => draw(ask, []),
  post: {
    fields: ['npi'],
    async handle(ask) {
      const { db, permit, posted, now, subject, services } = ask
      const loaded = await load(ask)
      if (!loaded) return notFound
      const { header, named } = loaded
      const one = named.find((n) => n.npi === posted.npi && !n.handshake)
      if (!one) return draw(ask, [{ code: 'over-already' }])
      if (!isDay(one.startsOn)) return draw(ask, [{ code: 'not-a-date' }])
      const from = {
        enrolleeId: header.enrolleeId,
        npi: header.enrolleeNpi,
        contractorId: header.contractorId,
        enrollmentId: header.enrollmentId,
        applicationId: header.id,
      }
      const to = { group: one.npi, startsOn: one.startsOn }
      const done = await proposeReassignment(db, permit, from, to, tellerOf(ask), now)
      if (!done.ok)
        return draw(
          ask,
          done.problems.map(({ at: _, ...p }) => p),
        )
      services.wake()
      return redirect(applicationPath(subject.id, '/reassignments'), { notice: 'reassignment-proposed' })
    },
  },
})

async function draw(ask: NamedAsk, problems: readonly Problem[]) {
  const loaded = await load(ask)
  if (!loaded) return notFound
  const { w, visit, subject, services, today } = ask
  const t = w.reassignments.application
  return show(
    problems.length > 0 ? `${w.layout.errorPrefix}${t.title}` : t.title,
    <>
      <BackLink href={applicationPath(subject.id)} w={w} />
      <ErrorSummary problems={problems} w={w} />
      <h1>{t.title}</h1>
      <p class="usa-intro">{t.intro}</p>
      {loaded.named.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <Table
          caption={t.title}
          rows={loaded.named}
          rowKey={(n) => n.npi}
          columns={[
            {
              title: t.group,
              cell: (n) => (
                <>
                  {n.name}
                  <span class="quiet below">NPI {n.npi}</span>
                </>
              ),
            },
            {
              title: t.starts,
              cell: (n) => (isDay(n.startsOn) ? w.portal.time.day(n.startsOn) : w.values.notProvided),
            },
            {
              title: t.claims,
              cell: (n) =>
                n.handshake ? (
                  <StandingShown
                    standing={lineOf(n.handshake, undefined, services.eligibility(), today).standing}
                    w={w}
                  />
                ) : (
                  t.notAsked
                ),
            },
            {
              title: t.standing,
              cell: (n) =>
                n.handshake ? (
                  <a class="usa-link" href={`/reassignments/${n.handshake.id}`}>
                    {w.reassignments.sign.open}
                    <span class="usa-sr-only">{t.askOf(n.name)}</span>
                  </a>
                ) : (
                  <Form visit={visit} class="inline-form">
                    <input type="hidden" name="npi" value={n.npi} />
                    <Button kind="outline">
                      {t.ask}
                      <span class="usa-sr-only">{t.askOf(n.name)}</span>
                    </Button>
                  </Form>
                ),
            },
          ]}
        />
      )}
    </>,
    { status: problems.length > 0 ? 422 : 200 },
  )
}
