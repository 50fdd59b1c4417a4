/** Step 5 of creating an account: choosing a way to verify. */

import { signUpMethods } from '#domain/access/flow-content.ts'
import type { Problem } from '#domain/result.ts'
import { phone as phoneKind } from '#forms/kit/kinds.ts'
import { chooseVerification, isReadyToVerify } from '#use-cases/account/registration/register-account.ts'
import { findRegistration, isIndividual, type RegisterFlow } from '#use-cases/account/registration/registration.ts'
import { nobodysOwn, page } from '#web/kit/page.ts'
import { BackLink, Button, Form } from '#web/kit/parts.tsx'
import { redirect } from '#web/kit/reply.ts'
import { Input, Radios } from '../boxes.tsx'
import { hasPasskeys } from '../passkeys/passkey-form.tsx'
import { type Asked, identityOf, screen } from '../screen.tsx'
import { Steps } from '../steps.tsx'

export const startAgain = redirect('/register', { notice: 'start-again' })
const offered = (site: Asked['services']['site']) =>
  signUpMethods.filter((m) => (m === 'passkey' ? hasPasskeys(site) : site.methods?.includes(m) !== false))
/** The registration, once everything before the verification is answered. */
export const ready = (flow: RegisterFlow | undefined) => (flow && isReadyToVerify(flow.content) ? flow : undefined)

function drawChoice(
  { w, visit, services }: Asked,
  method: string | undefined,
  phone: string | undefined,
  short: boolean,
  problems?: readonly Problem[],
) {
  const words = w.account.register
  return screen({
    title: words.verificationTitle,
    w,
    problems,
    before: (
      <>
        <BackLink href={short ? '/register/user-id' : '/register/practice'} w={w} />
        <Steps at={5} w={w} short={short} />
      </>
    ),
    children: (
      <Form visit={visit}>
        <p>{words.verificationIntro}</p>
        <Radios
          name="method"
          legend={words.verificationTitle}
          value={method}
          options={offered(services.site).map((m) => [m, words.methods[m], words.methodHints[m]] as const)}
          problems={problems}
          w={w}
        />
        <Input
          name="phone"
          label={words.mobile}
          hint={words.mobileHint}
          type="tel"
          mode="tel"
          width="md"
          autocomplete="tel-national"
          value={phone}
          optional
          problems={problems}
          w={w}
        />
        <Button>{w.layout.continue}</Button>
      </Form>
    ),
  })
}

export const registerVerificationPage = page({
  path: '/register/verification',
  action: 'account.enter',
  subject: nobodysOwn,
  async get(ask) {
    const flow = ready(await findRegistration(ask.db, ask.permit, ask.visit.cookies.flow, ask.now))
    if (!flow) return startAgain
    const { method, phone } = flow.content
    return drawChoice(ask, method, phone && phoneKind.typed(phone), !isIndividual(flow.content))
  },
  post: {
    fields: ['method', 'phone'],
    async handle(ask) {
      const flow = ready(await findRegistration(ask.db, ask.permit, ask.visit.cookies.flow, ask.now))
      if (!flow) return startAgain
      const typed = ask.posted.phone?.trim() ?? ''
      const short = !isIndividual(flow.content)
      const method = offered(ask.services.site).find((m) => m === ask.posted.method)
      if (!method) return drawChoice(ask, undefined, typed, short, [{ code: 'not-a-choice', at: 'method' }])
      const phone = typed ? phoneKind.parse(typed) : undefined
      if (method === 'phone' && !phone?.ok)
        return drawChoice(ask, method, typed, short, [{ code: typed ? 'not-a-phone' : 'required', at: 'phone' }])
      const choice = { method, ...(method === 'phone' && phone?.ok && { phone: phone.value }) }
      const chosen = await chooseVerification(ask.db, ask.permit, identityOf(ask), flow, choice, ask.now)
      if (!chosen.ok && chosen.problem.code === 'form-expired') return startAgain
      if (!chosen.ok) return drawChoice(ask, method, typed, short, chosen.problems)
      ask.services.wake()
      return redirect('/register/confirm')
    },
  },
})
