/** Changes what one person may do for a party, or ends it. */
import { type PartySubject, partySubject } from '#db/queries/delegation/parties.ts'
import { findMember, type Member } from '#db/queries/delegation/people.ts'
import { isGivenRole, rolesToGive } from '#domain/access/delegation.ts'
import type { Problem } from '#domain/result.ts'
import { changeRole, endRoleOf, mayChange } from '#use-cases/delegation/change-member.ts'
import { type Ask, type Fields, page } from '#web/kit/page.ts'
import { Button, ErrorSummary, Form } from '#web/kit/parts.tsx'
import { notFound, redirect, show } from '#web/kit/reply.ts'
import { Ticks } from '#web/kit/ticks.tsx'
import { peopleBack } from './people-page.tsx'
import { callerOf, functionOptions, functionsIn, tellerOf } from './teller.ts'

function draw(
  { w, visit, subject }: Ask<'people.manage', PartySubject>,
  member: Member,
  typed: Fields,
  problems: readonly Problem[],
) {
  const t = w.delegation.people
  const title = t.changeTitle(member.name)
  return show(
    problems.length > 0 ? `${w.layout.errorPrefix}${title}` : title,
    <div class="one-thing">
      {peopleBack(subject.id, w)}
      <ErrorSummary problems={problems} w={w} nameOf={(name) => ({ role: t.role, functions: t.functions })[name]} />
      <h1>{title}</h1>
      {mayChange(visit.actor, subject.id, member) ? (
        <>
          <p class="usa-intro">{t.changeIntro}</p>
          <Form visit={visit}>
            <Ticks
              name="role"
              legend={t.role}
              options={rolesToGive(visit.actor, subject.id).map((r) => ({
                value: r,
                label: w.delegation.roles[r],
                hint: t.roleHints[r],
              }))}
              value={typed.role ?? member.role}
              problems={problems}
              w={w}
            />
            <Ticks
              name="functions"
              legend={t.functions}
              options={functionOptions(w)}
              value={typed.functions ?? (member.functions ?? []).join(',')}
              many
              problems={problems}
              w={w}
            />
            <Button go="save">{t.saveChange}</Button>
          </Form>
          <h2>{t.endTitle}</h2>
          <p>{t.endIntro(subject.party.name)}</p>
          <Form visit={visit}>
            <Button go="end" kind="secondary">
              {t.end}
            </Button>
          </Form>
        </>
      ) : (
        <p>{t.fixed}</p>
      )}
    </div>,
    { status: problems.length > 0 ? 422 : 200 },
  )
}

export const memberPage = page({
  path: '/people/:partyId/members/:memberId',
  action: 'people.manage',
  subject: (db, { partyId }) => partySubject(db, partyId),
  async get(ask) {
    const member = await findMember(ask.db, ask.permit, ask.params.memberId)
    return member ? draw(ask, member, {}, []) : notFound
  },
  post: {
    fields: ['role'],
    many: ['functions'],
    async handle(ask) {
      const { db, permit, posted, now, subject } = ask
      const member = await findMember(db, permit, ask.params.memberId)
      if (!member) return notFound
      const back = `/people/${subject.id}`
      if (posted.go === 'end') {
        const ended = await endRoleOf(db, permit, tellerOf(ask), member.id, callerOf(ask), now)
        return ended.ok ? redirect(back, { notice: 'role-ended' }) : draw(ask, member, posted, ended.problems)
      }
      const role = posted.role ?? ''
      const typed = { functions: '', ...posted }
      if (!isGivenRole(role)) return draw(ask, member, typed, [{ code: 'not-a-choice', at: 'role' }])
      const to = { role, functions: functionsIn(posted.functions) }
      const done = await changeRole(db, permit, tellerOf(ask), member.id, to, callerOf(ask), now)
      return done.ok ? redirect(back, { notice: 'role-saved' }) : draw(ask, member, typed, done.problems)
    },
  },
})
