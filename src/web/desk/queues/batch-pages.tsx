/** Acts on the cases that were ticked; then what came of each, and the way back. */
import { type BatchRow, findBatch } from '#db/queries/worklist/batches.ts'
import { authorize } from '#domain/access/policy.ts'
import type { ProblemCode } from '#domain/problem-codes.ts'
import { worklistFields } from '#domain/review/queues/worklist-query.ts'
import { runBatch } from '#use-cases/queues/run-batch.ts'
import { undoBatch } from '#use-cases/queues/undo-batch.ts'
import { page } from '#web/kit/page.ts'
import { Alert, BackLink, Button, type Column, Form, Table } from '#web/kit/parts.tsx'
import { notFound, redirect, show } from '#web/kit/reply.ts'
import type { Words } from '#words/index.ts'
import { casePath } from '../case/loaded-case.ts'
import { visitorsContractor } from '../contractor-subject.ts'
import { drawWorklist } from '../worklist-page.tsx'
import { askedOf } from './worklist-address.ts'

export const bulkPage = page({
  path: '/desk/bulk',
  action: 'worklist.work',
  subject: visitorsContractor,
  post: {
    fields: ['to', ...worklistFields],
    many: ['case'],
    async handle(ask) {
      const { db, permit, posted, subject, services, w, now } = ask
      const { go } = posted
      const act = go === 'put-back' ? 'put-back' : 'assign'
      const toId = go === 'take' ? permit.actor.userId : go === 'assign' ? (posted.to ?? '') : undefined
      const ids = (posted.case ?? '').split(',').filter((id) => id !== '')
      const done = await runBatch(db, permit, { act, toId }, ids, { site: services.site, words: w }, now)
      if (done.ok) {
        services.wake()
        return redirect(`/desk/batches/${done.value}`)
      }
      const viewing = authorize(permit.actor, 'worklist.view', subject)
      return viewing.ok ? drawWorklist({ ...ask, permit: viewing.value }, askedOf(posted), done.problems) : notFound
    },
  },
})

export const batchPage = page({
  path: '/desk/batches/:batchId',
  action: 'worklist.work',
  subject: visitorsContractor,
  async get({ db, permit, params, visit, w }) {
    const batch = await findBatch(db, permit, params.batchId)
    if (!batch) return notFound
    const t = w.desk.queues
    const done = batch.rows.filter((r) => !r.refused)
    return show(
      t.batchTitle,
      <>
        <BackLink href="/desk" w={w} label={t.back} />
        <h1>{t.batchTitle}</h1>
        <Alert kind={done.length === batch.rows.length ? 'success' : 'warning'}>
          {batch.act === 'assign' ? t.batchAssigned(batch.toName ?? '…') : t.batchPutBack}.{' '}
          {t.batchDone(done.length, batch.rows.length)}
        </Alert>
        <Table caption={t.batchCaption} rows={batch.rows} rowKey={(r) => r.applicationId} columns={columns(w)} />
        {!batch.undoneAt && done.length > 0 && (
          <Form visit={visit}>
            <p class="quiet">{t.undoHint}</p>
            <Button kind="outline">{t.undo}</Button>
          </Form>
        )}
      </>,
      { wide: true },
    )
  },
  post: {
    fields: [],
    async handle({ db, permit, params, now }) {
      const id = params.batchId ?? ''
      const undone = await undoBatch(db, permit, id, now)
      if (!undone.ok && undone.problem.code === 'not-found') return notFound
      return redirect(`/desk/batches/${id}`, { notice: 'batch-undone' })
    },
  },
})

const columns = (w: Words): readonly Column<BatchRow>[] => {
  const t = w.desk.queues
  const result = (r: BatchRow) =>
    r.refused
      ? t.left(w.say(r.refused))
      : r.undone === undefined
        ? t.done
        : r.undone === 'done'
          ? t.undone
          : t.notUndone(w.say({ code: r.undone as ProblemCode }))
  return [
    { title: w.desk.worklist.provider, cell: (r) => <a href={casePath(r.applicationId)}>{r.enrolleeName}</a> },
    { title: 'NPI', cell: (r) => r.enrolleeNpi },
    { title: w.desk.case.tracking, cell: (r) => <span class="nowrap">{r.trackingNumber ?? '…'}</span> },
    { title: t.result, cell: result },
  ]
}
