/** /account/rename-method: another name for a passkey or an app. */
import { listMethods } from '#db/queries/access/accounts.ts'
import type { MethodsHeld } from '#domain/access/assurance.ts'
import type { Problem } from '#domain/result.ts'
import { renameMethod } from '#use-cases/account/methods/remove-factor.ts'
import { page, visitorsOwn } from '#web/kit/page.ts'
import { BackLink, Button, Form } from '#web/kit/parts.tsx'
import { notFound, redirect } from '#web/kit/reply.ts'
import { Input } from '../boxes.tsx'
import { nameOf } from '../passkeys/passkey-form.tsx'
import { type Asked, callerOf, screen } from '../screen.tsx'

interface Named {
  readonly method: 'passkey' | 'app'
  readonly id: string
  readonly label: string
}
function find(held: MethodsHeld, method: string | undefined, id: string | undefined): Named | undefined {
  if (method !== 'passkey' && method !== 'app') return undefined
  const found = (method === 'passkey' ? held.passkeys : held.apps).find((f) => f.id === id)
  return found && { method, id: found.id, label: found.label }
}

function draw({ w, visit }: Asked, { method, id, label }: Named, typed: string, problems?: readonly Problem[]) {
  const t = w.account.passkeys
  return screen({
    title: t.renameTitle(nameOf(label, w)),
    w,
    problems,
    before: <BackLink href="/account" w={w} />,
    children: (
      <Form visit={visit} action="/account/rename-method">
        <input type="hidden" name="method" value={method} />
        <input type="hidden" name="id" value={id} />
        <Input name="label" label={t.newName} value={typed} problems={problems} w={w} />
        <Button>{t.saveName}</Button>
      </Form>
    ),
  })
}

export const renameMethodPage = page({
  path: '/account/rename-method',
  action: 'account.secure',
  subject: visitorsOwn,
  query: ['method', 'id'],
  async get(ask) {
    const named = find(await listMethods(ask.db, ask.permit), ask.query.method, ask.query.id)
    return named ? draw(ask, named, nameOf(named.label, ask.w)) : notFound
  },
  post: {
    fields: ['method', 'id', 'label'],
    async handle(ask) {
      const { posted } = ask
      const named = find(await listMethods(ask.db, ask.permit), posted.method, posted.id)
      if (!named) return notFound
      const label = posted.label ?? ''
      const done = await renameMethod(ask.db, ask.permit, { ...named, label }, callerOf(ask), ask.now)
      return done.ok ? redirect('/account', { notice: 'factor-renamed' }) : draw(ask, named, label, done.problems)
    },
  },
})
