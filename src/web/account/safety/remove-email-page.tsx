/** /account/email/remove: asks once more, then takes an address away; of the only one it says what to do instead. */
import type { Problem } from '#domain/result.ts'
import { type OwnContact, ownEmails } from '#use-cases/account/methods/change-email.ts'
import { removeEmail } from '#use-cases/account/methods/remove-email.ts'
import { page, visitorsOwn } from '#web/kit/page.ts'
import { BackLink, Button, Form } from '#web/kit/parts.tsx'
import { notFound, redirect } from '#web/kit/reply.ts'
import { type Asked, callerOf, identityOf, screen } from '../screen.tsx'

const PATH = '/account/email/remove'
const BACK = '/account/email'

function draw({ w, visit }: Asked, email: OwnContact, isLast: boolean, problems?: readonly Problem[]) {
  const t = w.account.safety
  return screen({
    title: t.emailRemoveTitle(email.value),
    w,
    problems,
    before: <BackLink href={BACK} w={w} />,
    children: isLast ? (
      <>
        <p>{t.emailRemoveLast}</p>
        <p>
          <a class="usa-button" href={`${BACK}?replaces=${email.id}`}>
            {t.emailReplaceThis}
          </a>
        </p>
      </>
    ) : (
      <Form visit={visit} action={PATH}>
        <p>{t.emailRemoveWhat}</p>
        <input type="hidden" name="id" value={email.id} />
        <Button kind="secondary">{t.emailRemoveButton}</Button>
      </Form>
    ),
  })
}

export const removeEmailPage = page({
  path: PATH,
  action: 'account.secure',
  subject: visitorsOwn,
  query: ['id'],
  async get(ask) {
    const own = await ownEmails(ask.db, ask.permit)
    const email = own.find((e) => e.id === ask.query.id)
    return email ? draw(ask, email, own.length === 1) : notFound
  },
  post: {
    fields: ['id'],
    async handle(ask) {
      const { db, permit, visit, posted, now } = ask
      const own = await ownEmails(db, permit)
      const email = own.find((e) => e.id === posted.id)
      if (!email || !visit.session) return notFound
      const input = { id: email.id, sessionId: visit.session.id }
      const done = await removeEmail(db, permit, identityOf(ask), input, callerOf(ask), now)
      if (!done.ok) return draw(ask, email, own.length === 1, done.problems)
      ask.services.wake()
      return redirect('/account', { notice: 'email-removed' })
    },
  },
})
