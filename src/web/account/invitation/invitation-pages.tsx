/** The page of a mailed invitation. Opening it does nothing: a person who is signed in, or just registered, accepts. */
import { findParty } from '#db/queries/delegation/parties.ts'
import { findInvitation } from '#db/queries/delegation/people.ts'
import { delegatedFunctions } from '#domain/access/delegation.ts'
import { authorize } from '#domain/access/policy.ts'
import type { Problem } from '#domain/result.ts'
import { startInvitedRegistration } from '#use-cases/account/registration/register-invited.ts'
import { acceptInvitation } from '#use-cases/delegation/accept-invitation.ts'
import { type Ask, nobodysOwn, page } from '#web/kit/page.ts'
import { Button, Form } from '#web/kit/parts.tsx'
import { redirect } from '#web/kit/reply.ts'
import { callerOf, identityOf, screen } from '../screen.tsx'

type InvitedAsk = Ask<'account.enter', { readonly id: string }>

async function draw(ask: InvitedAsk, token: string | undefined, problems: readonly Problem[]) {
  const { db, permit, now, w, visit } = ask
  const t = w.delegation.people
  const invitation = await findInvitation(db, permit, token, now)
  const party = await findParty(db, invitation?.partyId)
  if (!invitation || !party || !token) return screen({ title: t.usedTitle, w, problems, children: <p>{t.used}</p> })
  const functions = invitation.functions ?? delegatedFunctions
  const here = `/invitation?token=${token}`
  return screen({
    title: t.acceptTitle,
    w,
    problems,
    children: (
      <>
        <p class="usa-intro">{t.acceptIntro(party.name, w.delegation.roles[invitation.role])}</p>
        <h2>{t.acceptMay}</h2>
        <ul class="usa-list">
          {functions.map((f) => (
            <li key={f}>{w.delegation.functions[f].name}</li>
          ))}
        </ul>
        {visit.session ? (
          <>
            <p>{t.acceptAs(visit.session.displayName, visit.session.loginId)}</p>
            <Form visit={visit} action="/invitation">
              <input type="hidden" name="token" value={token} />
              <Button go="accept">{t.accept}</Button>
            </Form>
            <p>{t.acceptOther}</p>
          </>
        ) : (
          <>
            <Form visit={visit} action="/invitation">
              <input type="hidden" name="token" value={token} />
              <Button go="register">{t.createFirst}</Button>
            </Form>
            <p>{t.newIntro}</p>
            <p>
              <a class="usa-button usa-button--outline" href={`/sign-in?next=${encodeURIComponent(here)}`}>
                {t.signInFirst}
              </a>
            </p>
          </>
        )}
      </>
    ),
  })
}

export const invitationPage = page({
  path: '/invitation',
  action: 'account.enter',
  subject: nobodysOwn,
  query: ['token'],
  get: (ask) => draw(ask, ask.query.token, []),
  post: {
    fields: ['token'],
    async handle(ask) {
      const { db, permit, posted, visit, now } = ask
      const token = posted.token ?? ''
      if (posted.go === 'register' && !visit.session) {
        const begun = await startInvitedRegistration(db, permit, token, now)
        return begun.ok
          ? redirect('/register/user-id', { cookies: [{ name: 'flow', value: begun.value.flowToken }] })
          : draw(ask, token, begun.problems)
      }
      const session = visit.session
      const own = session && authorize(visit.actor, 'account.manage', { id: session.userId, ownerId: session.userId })
      if (!own?.ok) return redirect(`/sign-in?next=${encodeURIComponent(`/invitation?token=${token}`)}`)
      const { site, words } = identityOf(ask)
      const done = await acceptInvitation(db, own.value, { site, words }, token, callerOf(ask), now)
      if (!done.ok) return draw(ask, token, done.problems)
      ask.services.wake()
      return redirect('/dashboard', { notice: 'invitation-accepted' })
    },
  },
})
