/**
 * /confirm-identity: a fresh proof of who acts, why it is asked, and the way back to where the visitor was. Whoever has
 * only codes by e-mail is led to adding a better way first.
 */
import { listMethods } from '#db/queries/access/accounts.ts'
import { type MethodsHeld, mustAdd, strongestHeld, usableToEnter } from '#domain/access/assurance.ts'
import { localPath } from '#domain/access/local-path.ts'
import { type Need, needOfMarkedPages, needs } from '#domain/access/step-up.ts'
import type { Problem } from '#domain/result.ts'
import { confirmByPasskey } from '#use-cases/account/passkeys/use-passkey.ts'
import { confirmIdentity } from '#use-cases/account/sign-in/confirm-identity.ts'
import { findKeptForm } from '#use-cases/account/sign-in/kept-form.ts'
import { page, visitorsOwn } from '#web/kit/page.ts'
import { Button, Form } from '#web/kit/parts.tsx'
import { notFound, redirect } from '#web/kit/reply.ts'
import { Input } from './boxes.tsx'
import { waysToAdd } from './methods/ways-to-add.tsx'
import { PasskeyForm } from './passkeys/passkey-form.tsx'
import { type Asked, callerOf, identityOf, renewedCookies, screen } from './screen.tsx'
import { staffGo } from './staff/staff-sign-in-pages.tsx'

const PATH = '/confirm-identity'
const CONTINUE = '/confirm-identity/continue'
type Why = keyof typeof needs | 'marked'
const whyOf = (text: string | undefined): Why =>
  text !== undefined && text in needs ? (text as keyof typeof needs) : 'marked'
const levelOf = (why: Why): Need['level'] => (why === 'marked' ? needOfMarkedPages : needs[why]).level

interface Drawn {
  readonly next: string
  readonly why: Why
  readonly held: MethodsHeld
  readonly byCode: boolean
  readonly problems?: readonly Problem[]
}
function draw(asked: Asked, d: Drawn) {
  const { w, services } = asked
  const t = w.account.proof
  const weak = levelOf(d.why) === 2 && strongestHeld(d.held, services.site.methods) < 2
  return screen({
    title: w.account.signIn.confirmTitle,
    w,
    problems: d.problems,
    children: (
      <>
        <p>{t.why[d.why]}</p>
        {d.next === CONTINUE && <p>{t.kept}</p>}
        {weak && !d.byCode ? <WayForward asked={asked} {...d} /> : <Proof asked={asked} {...d} />}
      </>
    ),
  })
}

function Proof({ asked, next, why, held, problems, byCode }: Drawn & { asked: Asked }) {
  const { w, visit, services } = asked
  const t = w.account.proof
  const hidden = (
    <>
      <input type="hidden" name="next" value={next} />
      <input type="hidden" name="why" value={why} />
    </>
  )
  return (
    <>
      {usableToEnter(held, services.site.methods).includes('passkey') && (
        <>
          <PasskeyForm
            asked={asked}
            action={PATH}
            options="/sign-in/passkey/options"
            kind="get"
            for="confirm"
            evenOff={mustAdd(held, services.site.methods)}
            button={w.account.passkeys.verify}
          >
            {hidden}
          </PasskeyForm>
          <h2>{t.orPassword}</h2>
        </>
      )}
      {held.holder === 'staff' && services.identityProvider && (
        <p>
          <a class="usa-button usa-button--outline" href={staffGo(next)}>
            {w.account.staffSignIn.confirm(services.identityProvider.name)}
          </a>
        </p>
      )}
      <Form visit={visit} action={PATH}>
        <p>{t.confirmPassword}</p>
        {hidden}
        {byCode && <input type="hidden" name="by" value="recovery-code" />}
        {/* For password managers; it is not posted. */}
        <input type="text" autocomplete="username" value={visit.session?.loginId} hidden readOnly />
        <Input
          name="password"
          label={w.account.signIn.password}
          type="password"
          autocomplete="current-password"
          problems={problems}
          w={w}
        />
        <Button>{w.layout.continue}</Button>
      </Form>
    </>
  )
}

/** Nothing that the person has is good enough: what to add, and back. */
function WayForward({ asked, next, why, held }: Drawn & { asked: Asked }) {
  const t = asked.w.account.proof
  return (
    <>
      <p>
        <strong>{t.notEnough}</strong> {t.addFirst}
      </p>
      {waysToAdd(asked, held, next)}
      {held.recoveryCodesLeft > 0 && (
        <p>
          <a class="usa-link" href={`${PATH}?why=${why}&by=recovery-code&next=${encodeURIComponent(next)}`}>
            {t.recoveryCode}
          </a>
        </p>
      )}
    </>
  )
}

export const confirmIdentityPage = page({
  path: PATH,
  action: 'account.manage',
  whileMustAdd: true,
  subject: visitorsOwn,
  query: ['next', 'why', 'by'],
  async get(ask) {
    const { query } = ask
    const held = await listMethods(ask.db, ask.permit)
    const next = localPath(query.next, '/account')
    return draw(ask, { next, why: whyOf(query.why), held, byCode: query.by === 'recovery-code' })
  },
  post: {
    fields: ['password', 'passkey', 'next', 'why', 'by'],
    async handle(ask) {
      const { db, permit, visit, posted, now } = ask
      const here = visit.session
      if (!here) return notFound
      const next = localPath(posted.next, '/account')
      const why = whyOf(posted.why)
      const again = async (problems: readonly Problem[]) =>
        draw(ask, {
          next,
          why,
          held: await listMethods(db, permit),
          byCode: posted.by === 'recovery-code',
          problems,
        })
      if (posted.passkey !== undefined) {
        const input = { posted: posted.passkey, boundTo: visit.csrf, sessionId: here.id }
        const done = await confirmByPasskey(db, permit, identityOf(ask), input, callerOf(ask), now)
        return done.ok
          ? redirect(next, { notice: 'confirmed', cookies: renewedCookies(done.value) })
          : again(done.problems)
      }
      const { password = '' } = posted
      if (!password) return again([{ code: 'required', at: 'password' }])
      const input = { loginId: here.loginId, sessionId: here.id, password, next, level: levelOf(why) }
      const given = await confirmIdentity(db, permit, identityOf(ask), input, callerOf(ask), now)
      if (!given.ok) return again(given.problems)
      ask.services.wake()
      return redirect('/sign-in/verify', { cookies: [{ name: 'flow', value: given.value.flowToken }] })
    },
  },
})

/** What was typed before the proof was asked for: sent on by one press, never by itself. */
export const continuePage = page({
  path: CONTINUE,
  action: 'account.manage',
  whileMustAdd: true,
  subject: visitorsOwn,
  async get({ db, permit, visit, w, now }) {
    const t = w.account.proof
    const kept = await findKeptForm(db, permit, visit.cookies.kept, visit.session?.id ?? '', now)
    return screen({
      title: t.continueTitle,
      w,
      children: kept ? (
        <>
          <Form visit={visit} action={kept.path}>
            <p>{t.continueIntro}</p>
            {Object.entries(kept.fields).map(([name, value]) => (
              <input type="hidden" name={name} value={value} key={name} />
            ))}
            <Button>{t.goOn}</Button>
          </Form>
          <p>
            <a class="usa-link" href={kept.path}>
              {t.cancel}
            </a>
          </p>
        </>
      ) : (
        <p>{t.continueOver}</p>
      ),
    })
  },
})
