/** Step 4 of creating an account: the practice, filled in from the registry. */
import type { Practice } from '#domain/access/flow-content.ts'
import { stateCodes } from '#domain/party/states.ts'
import type { Problem } from '#domain/result.ts'
import { type AnyKind, phone, state, text, zip } from '#forms/kit/kinds.ts'
import { findRegistration, savePractice } from '#use-cases/account/registration/registration.ts'
import { Control } from '#web/kit/fields.tsx'
import { nobodysOwn, page } from '#web/kit/page.ts'
import { BackLink, Button, Form } from '#web/kit/parts.tsx'
import { redirect } from '#web/kit/reply.ts'
import { type Asked, screen } from '../screen.tsx'
import { Steps } from '../steps.tsx'

const fields = [
  ['name', text(100), 'practiceName', 'organization'],
  ['line1', text(60), 'line1', 'address-line1'],
  ['line2', text(60), 'line2', 'address-line2'],
  ['city', text(50), 'city', 'address-level2'],
  ['state', state, 'state', 'address-level1'],
  ['zip', zip, 'zip', 'postal-code'],
  ['phone', phone, 'phone', 'tel-national'],
] as const satisfies readonly (readonly [keyof Practice, AnyKind, string, string])[]

type Typed = Readonly<Record<string, string | undefined>>

/** What was typed, read by the kinds of the forms; only line 2 may stay empty. */
export function readPractice(
  posted: Typed,
): { readonly practice: Practice } | { readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const read: Record<string, string> = {}
  for (const [name, kind] of fields) {
    const typed = posted[name]?.trim() ?? ''
    if (!typed) {
      if (name !== 'line2') problems.push({ code: 'required', at: name })
      continue
    }
    const parsed = kind.parse(typed)
    if (parsed.ok) read[name] = parsed.value
    else problems.push({ ...parsed.problem, at: name })
  }
  return problems.length > 0 ? { problems } : { practice: read as unknown as Practice }
}

function draw({ w, visit }: Asked, typed: Typed, who: string, source: Typed, problems: readonly Problem[] = []) {
  const words = w.account.register
  return screen({
    title: words.practiceTitle,
    w,
    problems,
    before: (
      <>
        <BackLink href="/register/user-id" w={w} />
        <Steps at={4} w={w} />
      </>
    ),
    children: (
      <Form visit={visit}>
        <p>{words.practiceIntro(who)}</p>
        {fields.map(([name, kind, label, autocomplete]) => (
          <Control
            key={name}
            name={name}
            kind={kind}
            words={{ ask: words[label], ...(name === 'name' && { hint: words.practiceNameHint }) }}
            optional={name === 'line2'}
            value={typed[name] ?? ''}
            source={source[name] && source[name] === typed[name] ? words.fromRegistry : undefined}
            autocomplete={autocomplete}
            problem={problems.find((p) => p.at === name)}
            w={w}
          />
        ))}
        <Button>{w.layout.continue}</Button>
      </Form>
    ),
  })
}

export const registerPracticePage = page({
  path: '/register/practice',
  action: 'account.enter',
  subject: nobodysOwn,
  async get(ask) {
    const flow = await findRegistration(ask.db, ask.permit, ask.visit.cookies.flow, ask.now)
    if (!flow?.content.loginId) return redirect('/register', { notice: 'start-again' })
    const { practice, registryPractice, registryName = '' } = flow.content
    const source = asTyped(registryPractice)
    return draw(ask, practice ? asTyped(practice) : source, registryName, source)
  },
  post: {
    fields: fields.map(([name]) => name),
    async handle(ask) {
      const flow = await findRegistration(ask.db, ask.permit, ask.visit.cookies.flow, ask.now)
      if (!flow?.content.loginId) return redirect('/register', { notice: 'start-again' })
      const read = readPractice(ask.posted)
      const { registryName = '', registryPractice } = flow.content
      if ('problems' in read) return draw(ask, ask.posted, registryName, asTyped(registryPractice), read.problems)
      const saved = await savePractice(ask.db, ask.permit, flow, read.practice, ask.now)
      return saved.ok ? redirect('/register/verification') : redirect('/register', { notice: 'start-again' })
    },
  },
})

const asTyped = (p: Partial<Practice> = {}): Typed => ({
  ...p,
  ...(p.phone && { phone: phone.typed(p.phone) }),
  state: stateCodes.find((s) => s === p.state),
})
