/** /admin: the operator's people; inviting somebody, giving and ending roles. */
import type { JSX } from 'preact'
import {
  findStaff,
  type ListedContractor,
  listContractors,
  listStaff,
  type StaffMember,
} from '#db/queries/staff/administration.ts'
import { foldEmail } from '#domain/access/user-id.ts'
import type { Problem } from '#domain/result.ts'
import { contractorRoles, isStaffRole, staffRoles } from '#domain/settings/admin-change.ts'
import { type Fields, page } from '#web/kit/page.ts'
import { Button, Form, Table } from '#web/kit/parts.tsx'
import { notFound } from '#web/kit/reply.ts'
import type { Words } from '#words/index.ts'
import { type AdminAsk, type AdminPost, adminScreen, change, isRedirect, theSite } from './admin-frame.tsx'
import { Box, PickOne } from './frame.tsx'

export const staffPage = page({
  path: '/admin',
  action: 'site.administer',
  subject: theSite,
  async get(ask) {
    const { db, permit, w } = ask
    const t = w.admin
    const staff = await listStaff(db, permit)
    return adminScreen(ask, {
      tab: 'staff',
      title: t.staffTitle,
      children: (
        <>
          <p>
            <a class="usa-button" href="/admin/staff/invite">
              {t.invite}
            </a>
          </p>
          <Table
            caption={t.staffTitle}
            rows={staff}
            rowKey={(s) => s.id}
            columns={[
              { title: t.name, cell: (s) => <a href={`/admin/staff/${s.id}`}>{s.name}</a> },
              { title: t.loginId, cell: (s) => s.loginId },
              { title: t.status, cell: (s) => (s.isSetUp ? w.helpDesk.statuses[s.status] : t.invited) },
              { title: t.roles, cell: (s) => s.roles.map((r) => sayRole(r, w)).join('; ') || t.none },
            ]}
          />
        </>
      ),
    })
  },
})

const sayRole = (r: StaffMember['roles'][number], w: Words): string =>
  `${w.delegation.roles[r.role]}${r.party ? `, ${r.party}` : ''}`

export const inviteStaffPage = page({
  path: '/admin/staff/invite',
  action: 'site.administer',
  subject: theSite,
  stepUp: true,
  get: (ask) => drawInvite(ask, {}, []),
  post: {
    once: true,
    fields: ['name', 'loginId', 'email', 'role', 'partyId', 'reason'],
    async handle(ask) {
      const { name = '', loginId = '', email = '', role, partyId = '' } = ask.posted
      const problems: Problem[] = []
      if (!name.trim()) problems.push({ code: 'required', at: 'name' })
      if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim())) problems.push({ code: 'not-an-email', at: 'email' })
      if (!isStaffRole(role)) return drawInvite(ask, ask.posted, [...problems, { code: 'not-a-choice', at: 'role' }])
      problems.push(...partyProblems(role, partyId))
      if (problems.length > 0) return drawInvite(ask, ask.posted, problems)
      const wanted = {
        kind: 'invite-staff',
        name: name.trim(),
        loginId,
        email: foldEmail(email),
        role,
        partyId,
      } as const
      const done = await change(ask, wanted, '/admin')
      return isRedirect(done) ? done : drawInvite(ask, ask.posted, done.ok ? [] : done.problems)
    },
  },
})

const partyProblems = (role: (typeof staffRoles)[number], partyId: string): readonly Problem[] =>
  contractorRoles.includes(role) === (partyId !== '') ? [] : [{ code: 'not-a-choice', at: 'partyId' }]

async function drawInvite(ask: AdminAsk, typed: Fields, problems: readonly Problem[]) {
  const { w, visit } = ask
  const t = w.admin
  const box = { w, problems }
  return adminScreen(ask, {
    tab: 'staff',
    title: t.invite,
    problems,
    back: { href: '/admin', label: t.backToStaff },
    children: (
      <Form visit={visit}>
        <Box {...box} name="name" words={{ ask: t.name }} value={typed.name} />
        <Box {...box} name="loginId" words={{ ask: t.loginId, hint: t.loginIdHint }} value={typed.loginId} max={40} />
        <Box {...box} name="email" words={{ ask: t.email }} value={typed.email} />
        <RoleBoxes contractors={await listContractors(ask.db, ask.permit)} typed={typed} {...box} />
        <Box {...box} name="reason" words={{ ask: t.reason, hint: t.reasonHint }} value={typed.reason} max={500} long />
        <Button>{t.sendInvitation}</Button>
      </Form>
    ),
  })
}

interface RoleProps {
  readonly contractors: readonly ListedContractor[]
  readonly typed: Fields
  readonly problems: readonly Problem[]
  readonly w: Words
}
const RoleBoxes = ({ contractors, typed, problems, w }: RoleProps): JSX.Element => (
  <>
    <PickOne
      name="role"
      words={{ ask: w.admin.role }}
      options={staffRoles.map((r) => [r, w.delegation.roles[r]])}
      value={typed.role}
      problems={problems}
      w={w}
    />
    <PickOne
      name="partyId"
      words={{ ask: w.admin.contractor, hint: w.admin.contractorHint }}
      options={[['', w.admin.noContractor], ...contractors.map((c) => [c.id, c.name] as const)]}
      value={typed.partyId}
      problems={problems}
      w={w}
    />
  </>
)

export const staffMemberPage = page({
  path: '/admin/staff/:userId',
  action: 'site.administer',
  subject: theSite,
  stepUp: true,
  get: (ask) => drawMember(ask, {}, []),
  post: {
    once: true,
    fields: ['role', 'partyId', 'membership', 'reason', 'endReason'],
    async handle(ask) {
      const member = await findStaff(ask.db, ask.permit, ask.params.userId)
      if (!member) return notFound
      const done = ask.posted.go === 'end' ? await endRole(ask, member) : await giveRole(ask, member)
      return Array.isArray(done) ? drawMember(ask, ask.posted, done) : done
    },
  },
})

async function giveRole(ask: AdminPost, member: StaffMember) {
  const { role, partyId = '' } = ask.posted
  if (!isStaffRole(role)) return [{ code: 'not-a-choice', at: 'role' } as Problem]
  const wrong = partyProblems(role, partyId)
  if (wrong.length > 0) return [...wrong]
  const done = await change(ask, { kind: 'give-role', userId: member.id, role, partyId }, `/admin/staff/${member.id}`)
  return isRedirect(done) ? done : done.ok ? [] : [...done.problems]
}

async function endRole(ask: AdminPost, member: StaffMember) {
  const held = member.roles.find((r) => r.id === ask.posted.membership)
  if (!held || !isStaffRole(held.role)) return [{ code: 'not-a-choice', at: 'membership' } as Problem]
  const wanted = { kind: 'end-role', membershipId: held.id, userId: member.id, role: held.role } as const
  const done = await change(ask, wanted, `/admin/staff/${member.id}`, ask.posted.endReason)
  if (isRedirect(done)) return done
  return done.ok ? [] : done.problems.map((p) => (p.at === 'reason' ? { ...p, at: 'endReason' } : p))
}

async function drawMember(ask: AdminAsk, typed: Fields, problems: readonly Problem[]) {
  const { db, permit, params, w, visit } = ask
  const t = w.admin
  const member = await findStaff(db, permit, params.userId)
  if (!member) return notFound
  const roles = member.roles.filter((r) => isStaffRole(r.role))
  const box = { w, problems }
  const words = { ask: t.reason, hint: t.reasonHint }
  return adminScreen(ask, {
    tab: 'staff',
    title: t.memberTitle(member.name),
    problems,
    back: { href: '/admin', label: t.backToStaff },
    children: (
      <>
        {roles.length > 0 && (
          <section>
            <h2>{t.endTitle}</h2>
            <p>{t.ended}</p>
            <Form visit={visit}>
              <PickOne
                {...box}
                name="membership"
                words={{ ask: t.endTitle }}
                options={roles.map((r) => [r.id, sayRole(r, w)])}
                value={typed.membership}
              />
              <Box {...box} name="endReason" words={words} value={typed.endReason} max={500} long />
              <Button go="end" kind="secondary">
                {t.end}
              </Button>
            </Form>
          </section>
        )}
        <h2>{t.giveTitle}</h2>
        <Form visit={visit}>
          <RoleBoxes contractors={await listContractors(db, permit)} typed={typed} {...box} />
          <Box {...box} name="reason" words={words} value={typed.reason} max={500} long />
          <Button go="give">{t.give}</Button>
        </Form>
      </>
    ),
  })
}
