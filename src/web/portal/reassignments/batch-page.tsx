/** The answers to a roster: before it is sent a look at what would happen, afterwards what did. As a page and as CSV. */
import { type BatchSubject, batchSubject } from '#db/queries/reassignments/batches.ts'
import { siteZone } from '#domain/dates.ts'
import { csvFile } from '#domain/reassignment/csv-cell.ts'
import { isBadRow, type RosterAnswer } from '#domain/reassignment/roster-answer.ts'
import type { Problem } from '#domain/result.ts'
import { sendRoster } from '#use-cases/reassignments/send-roster.ts'
import { type Ask, page } from '#web/kit/page.ts'
import { Alert, BackLink, Button, ErrorSummary, Form, SummaryList, Table } from '#web/kit/parts.tsx'
import { download, notFound, redirect, type Shown, show } from '#web/kit/reply.ts'
import { tellerOf } from '../delegation/teller.ts'
import { groupOf, partyGroupOf } from './group-of.ts'
import { partyRosterPath } from './party-roster-page.tsx'

type BatchAsk = Ask<'reassignment.propose', BatchSubject>
const subject = (db: BatchAsk['db'], { batchId }: BatchAsk['params']) => batchSubject(db, batchId)
/** Good rows that are drawn; the file has all. Bad rows are always shown. */
const MOST_SHOWN = 100

export const rosterFilePage = page({
  path: '/roster-files/:batchId',
  action: 'reassignment.propose',
  subject,
  get: async (ask) => draw(ask, []),
  post: {
    fields: [],
    async handle(ask) {
      const { db, permit, subject, now, services, visit } = ask
      const group = subject.group
        ? await groupOf(db, visit.actor, subject.group)
        : await partyGroupOf(db, permit, subject)
      if (!group) return notFound
      const done = await sendRoster(db, permit, group, subject, tellerOf(ask), now)
      if (!done.ok) return draw(ask, done.problems)
      services.wake()
      return redirect(`/roster-files/${subject.batch.id}`, { notice: 'reassignments-sent' })
    },
  },
})

export const rosterFileCsvPage = page({
  path: '/roster-files/:batchId/answers.csv',
  action: 'reassignment.propose',
  subject,
  async get({ w, subject: { batch } }) {
    const said = (a: RosterAnswer) =>
      `${w.reassignments.answers[a.answer]}${a.noAccount ? ` ${w.reassignments.roster.noAccount}` : ''}`
    const rows = batch.answers.map((a) => [
      a.line,
      a.npi,
      a.lastName,
      a.enrollmentId,
      a.startsOn,
      a.name,
      isBadRow(a.answer) ? 'N' : 'Y',
      a.answer,
      said(a),
    ])
    const header = ['row', 'npi', 'last_name', 'enrollment_id', 'starts_on', 'name_on_record', 'ok', 'answer', 'says']
    return download(Buffer.from(csvFile([header, ...rows])), 'text/csv; charset=utf-8', 'roster-answers.csv')
  },
})

function draw({ w, visit, subject: { batch, id } }: BatchAsk, problems: readonly Problem[]): Shown {
  const t = w.reassignments.roster
  const title = t.batchTitle(batch.fileName)
  const bad = batch.answers.filter((a) => isBadRow(a.answer))
  const good = batch.answers.filter((a) => !isBadRow(a.answer))
  const fresh = good.filter((a) => a.answer === 'proposes').length
  const sent = batch.sentAt !== undefined
  const own = batch.enrollmentId === undefined ? undefined : `/enrollments/${batch.enrollmentId}/roster`
  return show(
    problems.length > 0 ? `${w.layout.errorPrefix}${title}` : title,
    <>
      <BackLink href={own ?? '/reassignments'} w={w} label={own ? t.back : w.reassignments.sign.title} />
      <ErrorSummary problems={problems} w={w} />
      <h1>{title}</h1>
      <Alert kind={sent ? 'success' : 'info'}>
        {batch.sentAt ? t.sentIntro(w.portal.time.at(batch.sentAt, siteZone)) : t.dryIntro}
      </Alert>
      <SummaryList
        w={w}
        rows={[
          { key: sent ? t.counts.asked : t.counts.good, value: fresh.toLocaleString('en-US') },
          { key: t.counts.known, value: (good.length - fresh).toLocaleString('en-US') },
          { key: t.counts.bad, value: bad.length.toLocaleString('en-US') },
        ]}
      />
      {!sent && fresh > 0 && (
        <Form visit={visit}>
          <Button>{t.send(fresh)}</Button>
        </Form>
      )}
      {!sent && fresh === 0 && <p>{t.nothingToSend}</p>}
      <p class="form-buttons">
        <a class="usa-link" href={`/roster-files/${batch.id}/answers.csv`}>
          {t.answersCsv}
        </a>
        <a class="usa-link" href={own ? `${own}/add` : partyRosterPath(id)}>
          {t.uploadAgain}
        </a>
      </p>
      {bad.length > 0 && <Answers caption={t.badCaption(bad.length)} rows={bad} w={w} />}
      {good.length > 0 && <Answers caption={t.goodCaption(good.length)} rows={good.slice(0, MOST_SHOWN)} w={w} />}
      {good.length > MOST_SHOWN && <p>{t.shown(MOST_SHOWN, good.length)}</p>}
    </>,
    { status: problems.length > 0 ? 422 : 200, wide: true },
  )
}

interface AnswersProps {
  readonly caption: string
  readonly rows: readonly RosterAnswer[]
  readonly w: BatchAsk['w']
}
function Answers({ caption, rows, w }: AnswersProps) {
  const t = w.reassignments.roster
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={(a) => String(a.line)}
      columns={[
        { title: t.line, cell: (a) => a.line },
        { title: t.npi, cell: (a) => a.npi || w.values.notProvided },
        { title: t.person, cell: (a) => a.name ?? a.lastName ?? w.values.notProvided },
        {
          title: t.answer,
          cell: (a) => (
            <>
              {w.reassignments.answers[a.answer]}
              {a.noAccount && <span class="quiet below">{t.noAccount}</span>}
            </>
          ),
        },
      ]}
    />
  )
}
