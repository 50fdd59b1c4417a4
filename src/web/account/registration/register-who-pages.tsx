/** Steps 2 and 3 of creating an account: NPI and tax id, then user ID, name and password. */
import type { Problem } from '#domain/result.ts'
import { saveWho } from '#use-cases/account/registration/register-who.ts'
import {
  findRegistration,
  isIndividual,
  type RegisterFlow,
  saveSignIn,
} from '#use-cases/account/registration/registration.ts'
import { nobodysOwn, page } from '#web/kit/page.ts'
import { BackLink, Button, Form } from '#web/kit/parts.tsx'
import { redirect } from '#web/kit/reply.ts'
import { Input, NewPasswordInput, Radios } from '../boxes.tsx'
import { type Asked, identityOf, screen } from '../screen.tsx'
import { Steps } from '../steps.tsx'

const startAgain = redirect('/register', { notice: 'start-again' })
type Typed = Readonly<Record<string, string | undefined>>

/** Also drawn by the last step, when somebody else was faster. */
export function drawWho({ w, visit, services }: Asked, typed: Typed, problems?: readonly Problem[]) {
  const words = w.account.register
  return screen({
    title: words.whoTitle,
    w,
    problems,
    before: <Steps at={2} w={w} />,
    children: (
      <Form visit={visit} action="/register/npi">
        <p>{words.whoIntro}</p>
        <Input
          name="npi"
          label={words.npi}
          hint={words.npiHint}
          mode="numeric"
          width="md"
          value={typed.npi}
          problems={problems}
          w={w}
        />
        <Radios
          name="taxIdKind"
          legend={words.taxIdKind}
          value={typed.taxIdKind}
          options={[
            ['ssn', words.taxIdKinds.ssn],
            ['ein', words.taxIdKinds.ein],
          ]}
          problems={problems}
          w={w}
        />
        <Input
          name="taxId"
          label={words.taxId}
          hint={services.site.demo ? `${words.taxIdHint} ${words.taxIdDemo}` : words.taxIdHint}
          mode="numeric"
          width="md"
          value={typed.taxId}
          problems={problems}
          w={w}
        />
        <details class="field-why">
          <summary>{w.layout.why}</summary>
          <p>{words.taxIdWhy}</p>
        </details>
        <Button>{w.layout.continue}</Button>
      </Form>
    ),
  })
}

const confirmedOnly = (flow: RegisterFlow | undefined) => (flow?.content.emailConfirmed ? flow : undefined)

export const registerNpiPage = page({
  path: '/register/npi',
  action: 'account.enter',
  subject: nobodysOwn,
  async get(ask) {
    const flow = confirmedOnly(await findRegistration(ask.db, ask.permit, ask.visit.cookies.flow, ask.now))
    if (!flow) return startAgain
    const { npi, taxId, taxIdKind } = flow.content
    return drawWho(ask, { npi, taxId, taxIdKind })
  },
  post: {
    fields: ['npi', 'taxIdKind', 'taxId'],
    async handle(ask) {
      const flow = confirmedOnly(await findRegistration(ask.db, ask.permit, ask.visit.cookies.flow, ask.now))
      if (!flow) return startAgain
      const { npi = '', taxIdKind = '', taxId = '' } = ask.posted
      const saved = await saveWho(ask.db, ask.permit, identityOf(ask), flow, { npi, taxIdKind, taxId }, ask.now)
      if (saved.ok) return redirect('/register/user-id')
      return saved.problem.code === 'form-expired' ? startAgain : drawWho(ask, ask.posted, saved.problems)
    },
  },
})

/** Also drawn by the last step, when somebody else was faster. */
export function drawSignIn(
  { w, visit }: Asked,
  typed: Typed,
  hasPassword: boolean,
  fromRegistry: boolean,
  problems?: readonly Problem[],
  short = false,
) {
  const words = w.account.register
  const source = fromRegistry ? words.fromRegistry : undefined
  const password = { type: 'password', autocomplete: 'new-password', problems, w } as const
  return screen({
    title: words.signInTitle,
    w,
    problems,
    before: (
      <>
        <BackLink href={short ? '/register' : '/register/npi'} w={w} />
        <Steps at={3} w={w} short={short} />
      </>
    ),
    children: (
      <Form visit={visit} action="/register/user-id">
        <Input
          name="firstName"
          label={words.firstName}
          hint={source}
          value={typed.firstName}
          autocomplete="given-name"
          problems={problems}
          w={w}
        />
        <Input
          name="lastName"
          label={words.lastName}
          hint={source}
          value={typed.lastName}
          autocomplete="family-name"
          problems={problems}
          w={w}
        />
        <Input
          name="loginId"
          label={words.loginId}
          hint={words.loginIdHint}
          value={typed.loginId}
          autocomplete="username"
          problems={problems}
          w={w}
        />
        {hasPassword && <p class="usa-hint">{words.passwordKept}</p>}
        <NewPasswordInput name="password" label={words.password} hint={words.passwordHint} problems={problems} w={w} />
        <Input name="again" label={words.again} {...password} />
        <Button>{w.layout.continue}</Button>
      </Form>
    ),
  })
}

const withNpi = (flow: RegisterFlow | undefined) =>
  flow?.content.emailConfirmed && (flow.content.npi || !isIndividual(flow.content)) ? flow : undefined
const isFromRegistry = ({ content: c }: RegisterFlow, typed: Typed) =>
  `${typed.firstName} ${typed.lastName}` === c.registryName

export const registerUserIdPage = page({
  path: '/register/user-id',
  action: 'account.enter',
  subject: nobodysOwn,
  async get(ask) {
    const flow = withNpi(await findRegistration(ask.db, ask.permit, ask.visit.cookies.flow, ask.now))
    if (!flow) return startAgain
    const { firstName, lastName, loginId, passwordHash } = flow.content
    const typed = { firstName, lastName, loginId }
    const short = !isIndividual(flow.content)
    return drawSignIn(ask, typed, passwordHash !== undefined, isFromRegistry(flow, typed), undefined, short)
  },
  post: {
    fields: ['firstName', 'lastName', 'loginId', 'password', 'again'],
    async handle(ask) {
      const flow = withNpi(await findRegistration(ask.db, ask.permit, ask.visit.cookies.flow, ask.now))
      if (!flow) return startAgain
      const { firstName = '', lastName = '', loginId = '', password = '', again = '' } = ask.posted
      const saved = await saveSignIn(
        ask.db,
        ask.permit,
        identityOf(ask),
        flow,
        { firstName, lastName, loginId, password, again },
        ask.now,
      )
      if (saved.ok) return redirect(isIndividual(flow.content) ? '/register/practice' : '/register/verification')
      if (saved.problem.code === 'form-expired') return startAgain
      return drawSignIn(
        ask,
        ask.posted,
        flow.content.passwordHash !== undefined,
        isFromRegistry(flow, ask.posted),
        saved.problems,
        !isIndividual(flow.content),
      )
    },
  },
})
