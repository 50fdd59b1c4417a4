/** The task list of an open draft: what is done, what is next, what still blocks. */
import { packetOf } from '#db/queries/application/packets.ts'
import { can } from '#domain/access/policy.ts'
import { draftExpiresOn } from '#domain/application/draft-expiry.ts'
import { allows } from '#domain/application/lifecycle.ts'
import { dayIn } from '#domain/dates.ts'
import { progressOf, relevant } from '#forms/kit/form.ts'
import { readingOf } from '#forms/readings.ts'
import { compareApplication, isSettled } from '#use-cases/case/compare-application.ts'
import { editionOf } from '#use-cases/editions/standing.ts'
import { feeStanding } from '#use-cases/fee/fee-standing.ts'
import { Alert, BackLink, StatusTag } from '#web/kit/parts.tsx'
import { type Reply, show } from '#web/kit/reply.ts'
import { feePath } from '../fee/fee-page.tsx'
import { packetPath } from '../packets/packet-subject.ts'
import { GroupsLink } from '../reassignments/reassignment-links.tsx'
import { recordMoved } from '../reconcile/record-moved.tsx'
import { finishingRows, type Row } from './finishing-rows.ts'
import { applicationPath, sectionPath } from './section-order.ts'
import { countDone, taskStandings } from './task-standing.ts'
import type { ViewAsk, WholeApplication } from './whole-application.ts'

export async function taskList(ask: ViewAsk, whole: WholeApplication): Promise<Reply> {
  const { w, visit, subject } = ask
  const t = w.portal.tasks
  const { header, form, words, file, today } = whole
  const standings = taskStandings(form, progressOf(form, file, today), file)
  const { done, of } = countDone(standings)
  const complete = done === of
  const expires = draftExpiresOn(dayIn(header.contractorZone, header.updatedAt))
  const taskTitle = (id: string) => words.tasks[id]?.title ?? id
  // Who may only look finds the answers under "Check your answers".
  const edits = can(visit.actor, 'application.edit', subject)
  const answering = standings.map((s): Row => {
    const hint = s.standing === 'not-needed' ? undefined : words.tasks[s.taskId]?.hint
    return {
      id: s.taskId,
      title: taskTitle(s.taskId),
      hint: s.waitsFor ? t.answerFirst(taskTitle(s.waitsFor)) : hint,
      status: t.progress[s.standing],
      href: edits && s.sectionId ? sectionPath(header.id, s.sectionId) : undefined,
    }
  })
  const { db, permit } = ask
  const asked = relevant(form, file)
  // None of them hangs on another.
  const [compared, fee, packet, edition, moved] = await Promise.all([
    complete ? compareApplication(db, permit, readingOf(header.form), asked, today) : undefined,
    feeStanding(db, permit, ask.now, whole),
    packetOf(db, permit),
    editionOf(db, header, ask.now),
    edits ? recordMoved(ask, header, asked) : undefined,
  ])
  const finishing = await finishingRows(ask, whole, compared, fee)
  const open = standings.filter((s) => s.standing !== 'complete' && s.standing !== 'not-needed')
  const title = t.title(words.short)
  return show(
    title,
    <>
      <BackLink
        href={packet ? packetPath(packet) : '/dashboard'}
        w={w}
        label={packet ? w.packets.back : w.layout.dashboard}
      />
      <h1>{title}</h1>
      <p>
        <StatusTag status={header.status} w={w} />{' '}
        {t.for(
          w.reasons.on(header.form, header.reason),
          w.values.states[header.state] ?? header.state,
          header.contractorName,
        )}
      </p>
      <p class="task-list-summary">
        <strong>{t.completed(done, of)}</strong> {t.kept(w.portal.time.due(expires, today))}
      </p>
      {edition.state !== 'current' && edits && (
        <Alert kind="warning">
          {w.drafts.editionBanner[edition.state](header.edition, edition.until && w.portal.time.day(edition.until))}{' '}
          <a class="usa-link" href={applicationPath(header.id, '/edition')}>
            {w.drafts.editionSee}
          </a>
        </Alert>
      )}
      {moved}
      <Tasks title={t.prepare} rows={answering} />
      <Tasks title={t.finish} rows={finishing} />
      <section>
        <h2>{t.blocksTitle}</h2>
        {open.length === 0 && compared && !isSettled(compared) ? (
          <p>
            {edits ? (
              <a class="usa-link" href={applicationPath(header.id, '/preflight')}>
                {t.settleFirst}
              </a>
            ) : (
              t.settleFirst
            )}
          </p>
        ) : open.length === 0 && !fee.settled ? (
          <p>
            <a class="usa-link" href={feePath(header.id)}>
              {t.payFirst}
            </a>
          </p>
        ) : open.length === 0 ? (
          <p>{t.blocksNone}</p>
        ) : (
          <ul class="usa-list">
            {open.map((s) => (
              <li key={s.taskId}>
                {edits && s.sectionId ? (
                  <a class="usa-link" href={sectionPath(header.id, s.sectionId)}>
                    {taskTitle(s.taskId)}
                  </a>
                ) : (
                  taskTitle(s.taskId)
                )}
                {`: ${t.progress[s.standing]}`}
              </li>
            ))}
          </ul>
        )}
      </section>
      <GroupsLink application={subject} named={(file.reassignments ?? []).length > 0} visit={visit} w={w} />
      <section>
        <h2>{w.drafts.keepTitle}</h2>
        <p>{w.drafts.keepIntro}</p>
        <ul class="usa-list">
          <li>
            <a class="usa-link" href={applicationPath(header.id, '/draft.pdf')}>
              {w.drafts.pdf}
            </a>
          </li>
          <li>
            <a class="usa-link" href={applicationPath(header.id, '/draft.json')}>
              {w.drafts.json}
            </a>
          </li>
          {edits && (
            <li>
              <a class="usa-link" href={applicationPath(header.id, '/bring-in')}>
                {w.drafts.bringIn}
              </a>
            </li>
          )}
        </ul>
      </section>
      {allows(header.status, 'withdraw') && can(visit.actor, 'application.withdraw', subject) && (
        <p>
          <a class="usa-link" href={applicationPath(header.id, '/withdraw')}>
            {t.withdraw}
          </a>
        </p>
      )}
    </>,
  )
}

const Tasks = ({ title, rows }: { title: string; rows: readonly Row[] }) => (
  <section>
    <h2>{title}</h2>
    <ul class="task-list">
      {rows.map((r) => (
        <li key={r.id}>
          <div class="task-list__name">
            {r.href ? (
              <a class="usa-link" href={r.href} aria-describedby={`task-${r.id}-status`}>
                {r.title}
              </a>
            ) : (
              r.title
            )}
            {r.hint && <div class="usa-hint">{r.hint}</div>}
          </div>
          <div class="task-list__status" id={`task-${r.id}-status`}>
            {r.status}
          </div>
        </li>
      ))}
    </ul>
  </section>
)
