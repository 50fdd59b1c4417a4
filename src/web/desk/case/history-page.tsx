/** Everything that happened, notes included; letters and requests for information. */
import type { JSX } from 'preact'
import { type EventLine, listEvents } from '#db/queries/application/application-events.ts'
import { applicationSubject } from '#db/queries/application/applications.ts'
import { namesOf } from '#db/queries/application/case-people.ts'
import { listColleagues } from '#db/queries/application/case-tasks.ts'
import { type DevelopmentRequest, listRequests } from '#db/queries/application/development-requests.ts'
import { listApplicationLetters } from '#db/queries/application/letters.ts'
import type { Day } from '#domain/dates.ts'
import type { Problem } from '#domain/result.ts'
import { longText } from '#forms/kit/kinds.ts'
import { addNote } from '#use-cases/tasks/add-note.ts'
import { Control } from '#web/kit/fields.tsx'
import { page } from '#web/kit/page.ts'
import { Button, Form, SummaryList, Table, Timeline } from '#web/kit/parts.tsx'
import { notFound, redirect } from '#web/kit/reply.ts'
import { time } from '#words/en/portal/time.ts'
import type { Words } from '#words/index.ts'
import { showCase } from './case-frame.tsx'
import { type CaseAsk, casePath, loadCase } from './loaded-case.ts'
import { reviewing } from './reviewing.ts'

export const historyPage = page({
  path: '/desk/cases/:applicationId/history',
  action: 'case.view',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  query: ['show'],
  get: (ask) => draw(ask, '', []),
  post: {
    once: true,
    fields: ['note'],
    async handle(viewed) {
      const ask = reviewing(viewed)
      if (!ask) return notFound
      const done = await addNote(
        ask.db,
        ask.permit,
        ask.posted.note ?? '',
        { site: ask.services.site, words: ask.w },
        ask.now,
      )
      ask.services.wake()
      return done.ok
        ? redirect(casePath(ask.subject.id, '/history'), { notice: 'recorded' })
        : draw(ask, ask.posted.note ?? '', done.problems)
    },
  },
})

async function draw(ask: CaseAsk<'case.view' | 'application.review'>, note: string, problems: readonly Problem[]) {
  const { db, permit, w, visit } = ask
  const t = w.desk.case
  const loaded = await loadCase(ask)
  const zone = loaded.header.contractorZone
  const events = await listEvents(db, permit)
  const names = await namesOf(
    db,
    permit,
    events.map((e) => e.actorId),
  )
  const who = (id: string) => (id === 'system' ? t.system : (names.get(id) ?? t.someone))
  const letters = await listApplicationLetters(db, permit)
  const { notes } = loaded.waits
  const onlyNotes = ask.query.show === 'notes'
  const shown = onlyNotes ? events.filter((e) => e.event === 'note') : events
  return showCase({
    ask,
    loaded,
    tab: 'history',
    problems,
    children: (
      <>
        <div class="case-history">
          {loaded.mayReview && (
            <div class="case-history__note no-print">
              <Form visit={visit}>
                <Control
                  name="note"
                  kind={longText(2000)}
                  words={{ ask: t.note, hint: w.desk.tasks.mentionHint }}
                  value={note}
                  problem={problems.find((p) => p.at === 'note')}
                  w={w}
                />
                <details class="aside-form">
                  <summary>{w.desk.tasks.colleagues}</summary>
                  <ul class="usa-list">
                    {(await listColleagues(db, permit))
                      .filter((c) => c.userId !== permit.actor.userId)
                      .map((c) => (
                        <li key={c.userId}>
                          {c.name} <span class="quiet">@{c.loginId}</span>
                        </li>
                      ))}
                  </ul>
                </details>
                <Button kind="outline">{t.saveNote}</Button>
              </Form>
            </div>
          )}
          <div>
            {notes > 0 && (
              <p class="no-print">
                <a href={casePath(loaded.header.id, onlyNotes ? '/history' : '/history?show=notes')}>
                  {onlyNotes ? t.notesAll : t.notesOnly(notes)}
                </a>
              </p>
            )}
            <Timeline
              steps={shown.toReversed().map((e) => ({
                when: time.at(e.at, zone),
                what: `${w.events[e.event]}: ${who(e.actorId)}${inCapacity(e, w)}`,
                detail: noteOf(e, w),
                state: 'done',
              }))}
            />
          </div>
        </div>
        <Requests requests={await listRequests(db, permit)} w={w} />
        <h3>{t.lettersTitle}</h3>
        {letters.length === 0 ? (
          <p>{t.noLetters}</p>
        ) : (
          <Table
            caption={t.lettersTitle}
            rows={letters}
            rowKey={(l) => l.id}
            columns={[
              { title: t.letter, cell: (l) => <a href={`/desk/letters/${l.id}`}>{l.title}</a> },
              { title: t.issued, cell: (l) => time.at(l.issuedAt, zone) },
              { title: t.read, cell: (l) => (l.firstReadAt ? time.at(l.firstReadAt, zone) : t.notRead) },
              { title: t.hash, cell: (l) => <code class="hash">{l.pdfSha256}</code> },
            ]}
          />
        )}
      </>
    ),
  })
}

/** ", staff end user" or ", surrogate of Brightline Billing": in which capacity somebody acted. */
const inCapacity = (e: EventLine, w: Words): string => {
  const role = e.capacity && w.delegation.roles[e.capacity as 'surrogate']
  return role ? `, ${e.through ? w.delegation.switcher.through(role, e.through) : role}` : ''
}

/** The note; of a task what it was, and what came of it; of more time until when. */
const noteOf = (e: EventLine, w: Words): string | undefined => {
  const { note, what, result, dueOn, kind, act } = e.detail
  const said = [
    typeof what === 'string' && (e.event === 'task' ? w.desk.tasks.actLine(String(kind), String(act), what) : what),
    typeof result === 'string' && (w.desk.tasks.results[result] ?? result),
    e.event === 'more-time' && w.desk.moreTime.until(time.day(dueOn as Day)),
    typeof note === 'string' && note,
  ].filter(Boolean)
  return said.length > 0 ? said.join('. ') : undefined
}

function Requests({ requests, w }: { requests: readonly DevelopmentRequest[]; w: Words }): JSX.Element | null {
  const t = w.desk.case
  if (requests.length === 0) return null
  return (
    <>
      <h3 id="requests">{t.requestsTitle}</h3>
      {requests.map((r) => (
        <section key={r.id}>
          <h4>{t.requestLine(r.ordinal, time.day(r.sentOn), time.day(r.dueOn))}</h4>
          <SummaryList
            w={w}
            rows={r.items.map((i) => ({ key: `${i.wording} (${i.cite})`, value: i.answer ?? t.noAnswer }))}
          />
        </section>
      ))}
    </>
  )
}
