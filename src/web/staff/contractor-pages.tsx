/** /admin/contractors: who decides applications from which states, and how they are reached. */
import { type ListedContractor, listContractors } from '#db/queries/staff/administration.ts'
import { isStateCode } from '#domain/party/states.ts'
import type { Problem } from '#domain/result.ts'
import { editContractor } from '#use-cases/admin/edit-contractor.ts'
import { type Fields, page } from '#web/kit/page.ts'
import { Button, Form, SummaryList } from '#web/kit/parts.tsx'
import { notFound, redirect } from '#web/kit/reply.ts'
import { type AdminAsk, adminScreen, change, isRedirect, theSite } from './admin-frame.tsx'
import { Box, callerOf } from './frame.tsx'

export const contractorsPage = page({
  path: '/admin/contractors',
  action: 'site.administer',
  subject: theSite,
  async get(ask) {
    const { db, permit, w } = ask
    const t = w.admin
    return adminScreen(ask, {
      tab: 'contractors',
      title: t.contractorsTitle,
      children: (await listContractors(db, permit)).map((c) => (
        <section key={c.id}>
          <h2>
            <a href={`/admin/contractors/${c.id}`}>{c.name}</a>
          </h2>
          <SummaryList
            w={w}
            rows={[
              { key: t.phone, value: c.phone },
              { key: t.email, value: c.email },
              { key: t.address, value: c.address },
              { key: t.states, value: c.states.join(', ') || t.none },
            ]}
          />
        </section>
      )),
    })
  },
})

const details = ['name', 'phone', 'email', 'address'] as const

export const contractorPage = page({
  path: '/admin/contractors/:contractorId',
  action: 'site.administer',
  subject: theSite,
  stepUp: true,
  get: (ask) => draw(ask, undefined, []),
  post: {
    fields: [...details, 'states', 'reason'],
    async handle(ask) {
      const { name = '', phone = '', email = '', address = '' } = ask.posted
      const id = ask.params.contractorId ?? ''
      if (ask.posted.go !== 'states') {
        const done = await editContractor(
          ask.db,
          ask.permit,
          id,
          { name, phone, email, address },
          callerOf(ask),
          ask.now,
        )
        return done.ok
          ? redirect('/admin/contractors', { notice: 'change-made' })
          : draw(ask, ask.posted, done.problems)
      }
      const states = (ask.posted.states ?? '')
        .toUpperCase()
        .split(/[\s,;]+/)
        .filter(Boolean)
      if (states.length === 0 || !states.every(isStateCode))
        return draw(ask, ask.posted, [{ code: 'not-a-state', at: 'states' }])
      const done = await change(ask, { kind: 'contractor-states', contractorId: id, states }, '/admin/contractors')
      return isRedirect(done) ? done : draw(ask, ask.posted, done.ok ? [] : done.problems)
    },
  },
})

async function draw(ask: AdminAsk, typed: Fields | undefined, problems: readonly Problem[]) {
  const { db, permit, params, w, visit } = ask
  const t = w.admin
  const c: ListedContractor | undefined = (await listContractors(db, permit)).find((x) => x.id === params.contractorId)
  if (!c) return notFound
  const box = { w, problems }
  const isStates = typed?.go === 'states'
  return adminScreen(ask, {
    tab: 'contractors',
    title: c.name,
    problems,
    back: { href: '/admin/contractors', label: t.backToContractors },
    children: (
      <>
        <h2>{t.editTitle}</h2>
        <Form visit={visit}>
          {details.map((d) => (
            <Box {...box} key={d} name={d} words={{ ask: t[d] }} value={(isStates ? undefined : typed?.[d]) ?? c[d]} />
          ))}
          <Button go="details">{t.save}</Button>
        </Form>
        <h2>{t.statesTitle}</h2>
        <p>
          {t.states}: {c.states.join(', ') || t.none}. {t.fourEyes}
        </p>
        <Form visit={visit}>
          <Box {...box} name="states" words={{ ask: t.states, hint: t.statesHint }} value={typed?.states} />
          <Box
            {...box}
            name="reason"
            words={{ ask: t.reason, hint: t.reasonHint }}
            value={typed?.reason}
            max={500}
            long
          />
          <Button go="states" kind="outline">
            {t.statesGive}
          </Button>
        </Form>
      </>
    ),
  })
}
