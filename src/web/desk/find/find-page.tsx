/** Cases and enrollments by what somebody on the phone says; one case with nothing beside it is opened at once. */
import type { JSX } from 'preact'
import { findEnrollments, MOST_FOUND } from '#db/queries/enrollment/find-enrollments.ts'
import { type FoundCase, findCases } from '#db/queries/worklist/find-cases.ts'
import { authorize } from '#domain/access/policy.ts'
import { page } from '#web/kit/page.ts'
import { Alert, BackLink, StatusTag, Table } from '#web/kit/parts.tsx'
import { redirect, show } from '#web/kit/reply.ts'
import { time } from '#words/en/portal/time.ts'
import type { Words } from '#words/index.ts'
import { casePath } from '../case/loaded-case.ts'
import { visitorsContractor } from '../contractor-subject.ts'
import { FindBox } from './find-box.tsx'
import { FoundEnrollments } from './found-enrollments.tsx'

export const findPage = page({
  path: '/desk/find',
  action: 'worklist.view',
  subject: visitorsContractor,
  query: ['find'],
  async get({ db, permit, query, w }) {
    const t = w.desk.find
    const said = (query.find ?? '').trim().slice(0, 100)
    const cases = await findCases(db, permit, said)
    const seeing = authorize(permit.actor, 'decisions.view', permit.subject)
    const enrollments = seeing.ok ? await findEnrollments(db, seeing.value, said) : []
    const [only] = cases
    if (only && cases.length === 1 && enrollments.length === 0) return redirect(casePath(only.id))
    return show(
      t.title,
      <>
        <BackLink href="/desk" w={w} label={w.desk.case.back} />
        <h1>{t.title}</h1>
        <FindBox said={said} w={w} />
        {said !== '' && cases.length + enrollments.length === 0 && <Alert kind="info">{t.none}</Alert>}
        {cases.length > 0 && <FoundCases found={cases} w={w} />}
        {enrollments.length > 0 && <FoundEnrollments found={enrollments} w={w} />}
      </>,
      { wide: true },
    )
  },
})

function FoundCases({ found, w }: { readonly found: readonly FoundCase[]; readonly w: Words }): JSX.Element {
  const t = w.desk.worklist
  return (
    <Table
      caption={w.desk.find.cases(found.length, MOST_FOUND)}
      rows={found}
      rowKey={(c) => c.id}
      columns={[
        { title: t.provider, cell: (c) => <a href={casePath(c.id)}>{c.name}</a> },
        { title: w.desk.case.npi, cell: (c) => c.npi },
        {
          title: w.desk.case.tracking,
          cell: (c) => <span class="nowrap">{c.trackingNumber ?? w.desk.case.none}</span>,
        },
        { title: t.form, cell: (c) => `${c.form}, ${t.reasons[c.reason]}, ${w.values.states[c.state] ?? c.state}` },
        { title: t.status, cell: (c) => <StatusTag status={c.status} w={w} /> },
        { title: t.received, cell: (c) => time.day(c.receivedOn) },
        { title: t.holder, cell: (c) => c.holderName ?? t.nobody },
      ]}
    />
  )
}
