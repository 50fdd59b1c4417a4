/** The provider's appeals: the list, one with its papers and what happened, adding a paper, withdrawing. */
import { listAppealDocuments, listAppealEvents } from '#db/queries/decisions/appeal-history.ts'
import {
  type Appeal,
  type AppealSubject,
  appealSubject,
  findAppeal,
  listOwnAppeals,
} from '#db/queries/decisions/appeals.ts'
import { can } from '#domain/access/policy.ts'
import { appealAllows } from '#domain/appeals/appeal.ts'
import type { Problem } from '#domain/result.ts'
import { addAppealDocument } from '#use-cases/appeals/add-appeal-document.ts'
import { withdrawAppeal } from '#use-cases/appeals/file-appeal.ts'
import { documentMaxBytes } from '#use-cases/documents/judge-file.ts'
import { type Ask, page, visitorsOwn } from '#web/kit/page.ts'
import { BackLink, Button, ErrorSummary, Form, SummaryList, Table, Timeline } from '#web/kit/parts.tsx'
import { redirect, show } from '#web/kit/reply.ts'
import { kindWords } from '#words/en/decisions/kind-words.ts'
import type { Words } from '#words/index.ts'
import { appealPath } from './appeal-paths.ts'
import { Papers } from './papers.tsx'

type Looking = Ask<'appeal.view' | 'appeal.file', AppealSubject>
const subject = (db: Parameters<typeof appealSubject>[0], p: { readonly [name: string]: string | undefined }) =>
  appealSubject(db, p.appealId)

export const appealsPage = page({
  path: '/appeals',
  action: 'dashboard.view',
  subject: visitorsOwn,
  async get({ db, permit, w }) {
    const t = w.appeals
    const rows = await listOwnAppeals(db, permit)
    return show(
      t.title,
      <>
        <BackLink href="/inbox" w={w} label={w.layout.inbox} />
        <h1>{t.title}</h1>
        <p class="usa-intro">{t.intro}</p>
        {rows.length === 0 ? (
          <p>{t.empty}</p>
        ) : (
          <Table
            caption={t.caption}
            rows={rows}
            rowKey={(a) => a.id}
            columns={[
              { title: t.what, cell: (a) => <a href={appealPath(a.id)}>{t.remedies[a.remedy]}</a> },
              { title: t.about, cell: (a) => `${kindWords[a.kind]}, ${a.about}` },
              { title: t.filed, cell: (a) => w.portal.time.day(a.filedOn) },
              { title: t.state, cell: (a) => standing(a, w) },
            ]}
          />
        )}
      </>,
    )
  },
})

const standing = (a: Appeal, w: Words): string =>
  a.outcome ? w.appeals.outcomes[a.outcome] : w.appeals.states[a.state]

export const appealPage = page({
  path: '/appeals/:appealId',
  action: 'appeal.view',
  subject,
  get: (ask) => draw(ask, []),
})

export const appealPapersPage = page({
  path: '/appeals/:appealId/papers',
  action: 'appeal.file',
  subject,
  // Sent twice it is kept once without being `once`: the same file is there already.
  post: {
    fields: [],
    upload: { field: 'file', maxBytes: documentMaxBytes, maxFiles: 1 },
    async handle(ask) {
      const [sent] = ask.uploads
      const done = await addAppealDocument(ask.db, ask.permit, ask.services, sent, ask.now)
      return done.ok ? redirect(appealPath(ask.subject.id), { notice: 'document-added' }) : draw(ask, done.problems)
    },
  },
})

export const withdrawAppealPage = page({
  path: '/appeals/:appealId/withdraw',
  action: 'appeal.file',
  subject,
  post: {
    fields: [],
    async handle(ask) {
      const done = await withdrawAppeal(ask.db, ask.permit, ask.now)
      return done.ok ? redirect(appealPath(ask.subject.id), { notice: 'appeal-withdrawn' }) : draw(ask, done.problems)
    },
  },
})

async function draw(ask: Looking, problems: readonly Problem[]) {
  const { db, permit, w, visit, subject: s } = ask
  const t = w.appeals
  const a = await findAppeal(db, permit)
  const title = t.remedies[a.remedy]
  const mayChange = can(visit.actor, 'appeal.file', s) && appealAllows(a.state, 'withdraw')
  const events = await listAppealEvents(db, permit)
  return show(
    problems.length > 0 ? `${w.layout.errorPrefix}${title}` : title,
    <>
      <BackLink href="/appeals" w={w} label={t.back} />
      <ErrorSummary problems={problems} w={w} nameOf={() => t.addPaper} />
      <h1>{title}</h1>
      <SummaryList w={w} rows={rows(a, w)} />
      <h2>{t.groundsTitle}</h2>
      <p class="said">{a.grounds}</p>
      {a.lateReason && <p class="said">{a.lateReason}</p>}
      <Papers ask={ask} documents={await listAppealDocuments(db, permit)} mayAdd={mayChange} problems={problems} />
      <h2>{t.history}</h2>
      <Timeline
        steps={events.map((e, i) => ({
          when: w.portal.time.at(e.at, a.contractorZone),
          what: t.events[e.event] ?? e.event,
          state: i === events.length - 1 ? 'current' : 'done',
        }))}
      />
      {mayChange && (
        <Form visit={visit} action={appealPath(a.id, '/withdraw')}>
          <p>{t.withdrawHint}</p>
          <Button kind="outline">{t.withdraw}</Button>
        </Form>
      )}
    </>,
    { status: problems.length > 0 ? 422 : 200 },
  )
}

function rows(a: Appeal, w: Words) {
  const t = w.appeals
  const { day } = w.portal.time
  return [
    { key: t.about, value: `${kindWords[a.kind]}, ${a.about}, ${day(a.decisionOn)}` },
    { key: t.state, value: standing(a, w) },
    { key: t.filed, value: day(a.filedOn) },
    { key: t.signedBy, value: a.signerName },
    ...(a.outcome ? [{ key: t.outcome, value: a.outcomeReason ?? '' }] : [{ key: t.answerBy, value: day(a.answerBy) }]),
    ...(a.letterId ? [{ key: t.openLetter, value: <a href={`/letters/${a.letterId}`}>{t.openLetter}</a> }] : []),
  ]
}
