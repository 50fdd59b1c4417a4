/** /account/remove-method: asks once more, then removes a way to verify. */
import { listMethods } from '#db/queries/access/accounts.ts'
import type { Problem } from '#domain/result.ts'
import { removeFactor } from '#use-cases/account/methods/remove-factor.ts'
import { page, visitorsOwn } from '#web/kit/page.ts'
import { BackLink, Button, Form } from '#web/kit/parts.tsx'
import { notFound, redirect } from '#web/kit/reply.ts'
import { type Asked, callerOf, identityOf, screen } from '../screen.tsx'

const methods = ['passkey', 'app', 'phone', 'email'] as const
type Removable = (typeof methods)[number]

function draw({ w, visit }: Asked, method: Removable, id: string, problems?: readonly Problem[]) {
  const words = w.account.security
  return screen({
    title: words.removeTitle(w.account.methodNames[method]),
    w,
    problems,
    before: <BackLink href="/account" w={w} />,
    children: (
      <Form visit={visit} action="/account/remove-method">
        <p>{problems ? words.lastOne : words.removeIntro}</p>
        <input type="hidden" name="method" value={method} />
        <input type="hidden" name="id" value={id} />
        <Button kind="secondary">{words.remove}</Button>
      </Form>
    ),
  })
}

export const removeFactorPage = page({
  path: '/account/remove-method',
  action: 'account.secure',
  subject: visitorsOwn,
  query: ['method', 'id'],
  async get(ask) {
    const method = methods.find((m) => m === ask.query.method)
    const held = await listMethods(ask.db, ask.permit)
    const found =
      method &&
      { passkey: held.passkeys, app: held.apps, phone: held.phones, email: held.emails }[method].find(
        (f) => f.id === ask.query.id,
      )
    return method && found ? draw(ask, method, found.id) : notFound
  },
  post: {
    fields: ['method', 'id'],
    async handle(ask) {
      const method = methods.find((m) => m === ask.posted.method)
      const held = await listMethods(ask.db, ask.permit)
      const found =
        method &&
        { passkey: held.passkeys, app: held.apps, phone: held.phones, email: held.emails }[method].find(
          (f) => f.id === ask.posted.id,
        )
      if (!method || !found) return notFound
      const done = await removeFactor(
        ask.db,
        ask.permit,
        identityOf(ask),
        { method, id: found.id },
        callerOf(ask),
        ask.now,
      )
      if (!done.ok) return draw(ask, method, found.id, done.problems)
      ask.services.wake()
      return redirect('/account', { notice: 'factor-removed' })
    },
  },
})
