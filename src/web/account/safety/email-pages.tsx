/** /account/email: another address, beside the others or in place of one; then the code that was sent to it. */
import { maskContact } from '#domain/access/assurance.ts'
import { most } from '#domain/access/limits.ts'
import type { Problem } from '#domain/result.ts'
import { email as emailKind } from '#forms/kit/kinds.ts'
import {
  beginEmail,
  confirmEmail,
  findNewEmail,
  type OwnContact,
  ownEmails,
  sendEmailCode,
} from '#use-cases/account/methods/change-email.ts'
import { sayInstant } from '#use-cases/account/tell-owner.ts'
import { type Fields, page, visitorsOwn } from '#web/kit/page.ts'
import { BackLink, Button, Form, Table } from '#web/kit/parts.tsx'
import { notFound, redirect } from '#web/kit/reply.ts'
import { CodeInput, Input, Radios } from '../boxes.tsx'
import { type Asked, callerOf, identityOf, screen } from '../screen.tsx'

const PATH = '/account/email'
const CODE = '/account/email/code'
const ADD = 'add'

function drawEmail({ w, visit }: Asked, own: readonly OwnContact[], typed: Fields, problems?: readonly Problem[]) {
  const t = w.account.safety
  const add = own.length < most.emails ? ([[ADD, t.emailAdd]] as const) : []
  return screen({
    title: t.emailTitle,
    w,
    problems,
    before: <BackLink href="/account" w={w} />,
    children: (
      <>
        <p>{t.emailIntro}</p>
        <OwnEmails w={w} own={own} />
        <Form visit={visit} action={PATH}>
          <Input
            name="email"
            label={t.email}
            hint={t.emailHint}
            type="email"
            mode="email"
            autocomplete="email"
            value={typed.email}
            problems={problems}
            w={w}
          />
          <Radios
            name="replaces"
            legend={t.emailHow}
            options={[...own.map((e) => [e.id, t.emailReplace(e.value)] as const), ...add]}
            value={typed.replaces}
            problems={problems}
            w={w}
          />
          <Button>{w.account.register.sendCode}</Button>
        </Form>
      </>
    ),
  })
}

/** Every address with what can be done about it; the only one can be replaced, not removed. */
function OwnEmails({ w, own }: { w: Asked['w']; own: readonly OwnContact[] }) {
  const t = w.account.safety
  const about = (e: OwnContact) => <span class="usa-sr-only"> {e.value}</span>
  return (
    <Table
      caption={t.emailOwn}
      rows={own}
      rowKey={(e) => e.id}
      columns={[
        {
          title: t.emails,
          cell: (e) => (
            <>
              {e.value}
              {e.useForMfa && <span class="quiet below">{t.emailCodes}</span>}
            </>
          ),
        },
        { title: t.emailSince, cell: (e) => sayInstant(e.since) },
        {
          title: t.emailActs,
          cell: (e) => (
            <>
              <a class="usa-link" href={`${PATH}?replaces=${e.id}`}>
                {t.emailReplaceThis}
                {about(e)}
              </a>{' '}
              {own.length > 1 ? (
                <a class="usa-link" href={`${PATH}/remove?id=${e.id}`}>
                  {t.emailRemoveThis}
                  {about(e)}
                </a>
              ) : (
                <span class="quiet below">{t.emailOnly}</span>
              )}
            </>
          ),
        },
      ]}
    />
  )
}

export const changeEmailPage = page({
  path: PATH,
  action: 'account.secure',
  subject: visitorsOwn,
  query: ['replaces'],
  get: async (ask) => drawEmail(ask, await ownEmails(ask.db, ask.permit), { replaces: ask.query.replaces }),
  post: {
    fields: ['email', 'replaces'],
    async handle(ask) {
      const own = await ownEmails(ask.db, ask.permit)
      const typed = ask.posted.email?.trim() ?? ''
      const { replaces } = ask.posted
      const parsed = emailKind.parse(typed)
      const missing: readonly Problem[] = [
        ...(parsed.ok ? [] : [{ code: typed ? 'not-an-email' : 'required', at: 'email' } as const]),
        ...(replaces ? [] : [{ code: 'required', at: 'replaces' } as const]),
      ]
      if (!parsed.ok || missing.length > 0) return drawEmail(ask, own, ask.posted, missing)
      const input = { email: parsed.value, replaces: replaces === ADD ? undefined : replaces }
      const begun = await beginEmail(ask.db, ask.permit, identityOf(ask), input, ask.now)
      if (!begun.ok) return drawEmail(ask, own, ask.posted, begun.problems)
      ask.services.wake()
      return redirect(CODE, { cookies: [{ name: 'flow', value: begun.value.flowToken }] })
    },
  },
})

function drawCode({ w, visit }: Asked, email: string, problems?: readonly Problem[]) {
  const t = w.account.safety
  return screen({
    title: t.emailCodeTitle,
    w,
    problems,
    before: <BackLink href={PATH} w={w} />,
    children: (
      <>
        <Form visit={visit} action={CODE}>
          <p>{t.emailSent(maskContact(email))}</p>
          <CodeInput name="code" label={w.account.register.code} problems={problems} w={w} />
          <Button>{t.emailConfirm}</Button>
        </Form>
        <Form visit={visit} action={CODE}>
          <Button go="send" kind="unstyled">
            {w.account.register.resend}
          </Button>
        </Form>
        <p>
          <a class="usa-link" href="/help/codes">
            {w.account.signIn.noCode}
          </a>
        </p>
      </>
    ),
  })
}

export const changeEmailCodePage = page({
  path: CODE,
  action: 'account.secure',
  subject: visitorsOwn,
  async get(ask) {
    const email = await findNewEmail(ask.db, ask.permit, ask.visit.cookies.flow, ask.now)
    return email ? drawCode(ask, email) : redirect(PATH)
  },
  post: {
    fields: ['code'],
    async handle(ask) {
      const { session } = ask.visit
      if (!session) return notFound
      const flowToken = ask.visit.cookies.flow
      const email = await findNewEmail(ask.db, ask.permit, flowToken, ask.now)
      if (!email) return redirect(PATH, { notice: 'start-again' })
      if (ask.posted.go === 'send') {
        const sent = await sendEmailCode(ask.db, ask.permit, identityOf(ask), flowToken, ask.now)
        if (!sent.ok) return drawCode(ask, email, sent.problems)
        ask.services.wake()
        return redirect(CODE, { notice: 'code-sent' })
      }
      const code = ask.posted.code ?? ''
      if (!code.trim()) return drawCode(ask, email, [{ code: 'required', at: 'code' }])
      const input = { flowToken, code, sessionId: session.id }
      const done = await confirmEmail(ask.db, ask.permit, identityOf(ask), input, callerOf(ask), ask.now)
      if (!done.ok) return drawCode(ask, email, done.problems)
      ask.services.wake()
      return redirect('/account', { notice: 'email-changed', cookies: [{ name: 'flow', value: null }] })
    },
  },
})
