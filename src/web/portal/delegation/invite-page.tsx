/** Invites somebody by mail; sends an invitation again, or cancels it. */
import { type PartySubject, partySubject } from '#db/queries/delegation/parties.ts'
import { isGivenRole, rolesToGive } from '#domain/access/delegation.ts'
import type { Problem } from '#domain/result.ts'
import { email as emailKind, text } from '#forms/kit/kinds.ts'
import { inviteMember, resendInvitation, withdrawInvitation } from '#use-cases/delegation/invite-member.ts'
import { Control } from '#web/kit/fields.tsx'
import { type Ask, type Fields, page } from '#web/kit/page.ts'
import { Button, ErrorSummary, Form } from '#web/kit/parts.tsx'
import { notFound, redirect, show } from '#web/kit/reply.ts'
import { Ticks } from '#web/kit/ticks.tsx'
import { peopleBack } from './people-page.tsx'
import { callerOf, functionOptions, functionsIn, tellerOf } from './teller.ts'

type InviteAsk = Ask<'people.manage', PartySubject>
const nameKind = text(80)

function draw(ask: InviteAsk, typed: Fields, problems: readonly Problem[]) {
  const { w, visit, subject } = ask
  const t = w.delegation.people
  const roles = rolesToGive(visit.actor, subject.id)
  const at = (name: string) => problems.find((p) => p.at === name)
  const names: Readonly<Record<string, string>> = {
    name: t.name,
    email: t.email,
    role: t.role,
    functions: t.functions,
  }
  return show(
    problems.length > 0 ? `${w.layout.errorPrefix}${t.inviteTitle}` : t.inviteTitle,
    <div class="one-thing">
      {peopleBack(subject.id, w)}
      <ErrorSummary problems={problems} w={w} nameOf={(name) => names[name]} />
      <h1>{t.inviteTitle}</h1>
      <p class="usa-intro">{t.inviteIntro(subject.party.name)}</p>
      <Form visit={visit}>
        <Control
          name="name"
          kind={nameKind}
          words={{ ask: t.name }}
          value={typed.name ?? ''}
          problem={at('name')}
          w={w}
        />
        <Control
          name="email"
          kind={emailKind}
          words={{ ask: t.email, hint: t.emailHint }}
          value={typed.email ?? ''}
          problem={at('email')}
          w={w}
        />
        <Ticks
          name="role"
          legend={t.role}
          options={roles.map((r) => ({ value: r, label: w.delegation.roles[r], hint: t.roleHints[r] }))}
          value={typed.role ?? (roles.length === 1 ? roles[0] : undefined)}
          problems={problems}
          w={w}
        />
        <Ticks
          name="functions"
          legend={t.functions}
          options={functionOptions(w)}
          value={typed.functions ?? 'view,prepare'}
          many
          problems={problems}
          w={w}
        />
        <Button>{t.send}</Button>
      </Form>
    </div>,
    { status: problems.length > 0 ? 422 : 200 },
  )
}

export const invitePage = page({
  path: '/people/:partyId/invite',
  action: 'people.manage',
  subject: (db, { partyId }) => partySubject(db, partyId),
  get: async (ask) => draw(ask, {}, []),
  post: {
    once: true,
    fields: ['name', 'email', 'role'],
    many: ['functions'],
    async handle(ask) {
      const { posted, subject, db, permit, now } = ask
      const typed = { functions: '', ...posted }
      const email = emailKind.parse(posted.email?.trim() ?? '')
      const name = posted.name?.trim() ?? ''
      const problems: Problem[] = []
      if (!name) problems.push({ code: 'required', at: 'name' })
      else if (name.length > 80) problems.push({ code: 'too-long', at: 'name', with: { max: 80 } })
      if (!email.ok) problems.push({ code: posted.email ? 'not-an-email' : 'required', at: 'email' })
      const role = posted.role ?? ''
      if (!isGivenRole(role)) problems.push({ code: 'not-a-choice', at: 'role' })
      if (problems.length > 0 || !email.ok || !isGivenRole(role)) return draw(ask, typed, problems)
      const input = { email: email.value, name, role, functions: functionsIn(posted.functions) }
      const done = await inviteMember(db, permit, tellerOf(ask), input, callerOf(ask), now)
      return done.ok ? redirect(`/people/${subject.id}`, { notice: 'invited' }) : draw(ask, typed, done.problems)
    },
  },
})

export const resendInvitationPage = page({
  path: '/people/:partyId/invitations/:invitationId/resend',
  action: 'people.manage',
  subject: (db, { partyId }) => partySubject(db, partyId),
  post: {
    once: true,
    fields: [],
    async handle(ask) {
      const id = ask.params.invitationId ?? ''
      const done = await resendInvitation(ask.db, ask.permit, tellerOf(ask), id, callerOf(ask), ask.now)
      return done.ok ? redirect(`/people/${ask.subject.id}`, { notice: 'invited' }) : notFound
    },
  },
})

export const cancelInvitationPage = page({
  path: '/people/:partyId/invitations/:invitationId/cancel',
  action: 'people.manage',
  subject: (db, { partyId }) => partySubject(db, partyId),
  post: {
    fields: [],
    async handle(ask) {
      const id = ask.params.invitationId ?? ''
      if (!/^[0-9a-f-]{36}$/.test(id)) return notFound
      const done = await withdrawInvitation(ask.db, ask.permit, id, callerOf(ask), ask.now)
      return done.ok ? redirect(`/people/${ask.subject.id}`, { notice: 'invitation-cancelled' }) : notFound
    },
  },
})
