/** The frame of the administration's pages, and what they share: the subject, how a change is answered and said. */
import type { ComponentChildren } from 'preact'
import type { ListedContractor, StaffMember } from '#db/queries/staff/administration.ts'
import { isMethod } from '#domain/access/assurance.ts'
import type { Subject } from '#domain/access/policy.ts'
import type { Problem, Result } from '#domain/result.ts'
import type { AdminChange } from '#domain/settings/admin-change.ts'
import { settings } from '#domain/settings/settings.ts'
import { requestChange } from '#use-cases/admin/request-change.ts'
import type { Ask, Post } from '#web/kit/page.ts'
import { type Redirect, redirect } from '#web/kit/reply.ts'
import type { Words } from '#words/index.ts'
import { callerOf, screen, Tabs, writerOf } from './frame.tsx'

export type AdminAsk = Ask<'site.administer', Subject>
export type AdminPost = Post<'site.administer', Subject>
/** The site as a whole. */
export const theSite = (): Subject => ({ id: 'site' })

type Tab = 'staff' | 'contractors' | 'settings' | 'proposals'
const hrefs: Readonly<Record<Tab, string>> = {
  staff: '/admin',
  contractors: '/admin/contractors',
  settings: '/admin/settings',
  proposals: '/admin/proposals',
}

interface Props {
  readonly tab: Tab
  readonly title: string
  readonly problems?: readonly Problem[]
  readonly back?: { readonly href: string; readonly label: string }
  readonly children: ComponentChildren
}
export const adminScreen = ({ w }: AdminAsk, { tab, title, problems, back, children }: Props) =>
  screen({
    w,
    title,
    problems,
    wide: true,
    ...(back && { back }),
    children: (
      <>
        <Tabs
          label={w.admin.tabsLabel}
          tabs={(Object.keys(hrefs) as Tab[]).map((t) => ({
            href: hrefs[t],
            name: w.admin.tabs[t],
            isHere: t === tab,
          }))}
        />
        {children}
      </>
    ),
  })

/** Makes or proposes a change; where it leads when it went well. */
export async function change(
  ask: AdminPost,
  wanted: AdminChange,
  to: string,
  reason = ask.posted.reason,
): Promise<Result<never> | Redirect> {
  const input = { change: wanted, reason: reason ?? '' }
  const done = await requestChange(ask.db, ask.permit, writerOf(ask), input, callerOf(ask), ask.now)
  if (!done.ok) return done
  return done.value.waits
    ? redirect(hrefs.proposals, { notice: 'change-waits' })
    : redirect(to, { notice: 'change-made' })
}

export const isRedirect = (r: Result<never> | Redirect): r is Redirect => 'kind' in r

/** "Passkey, Authenticator app", the best first; what is no method any more as it is written. */
export const sayMethods = (chosen: readonly string[], w: Words): string =>
  chosen.map((m) => (isMethod(m) ? w.account.methodNames[m] : m)).join(', ')

interface Known {
  readonly staff: readonly StaffMember[]
  readonly contractors: readonly ListedContractor[]
}
/** A change in words. */
export function sayChange(c: AdminChange, { staff, contractors }: Known, w: Words): string {
  const t = w.admin.changes
  const party = (id: string) => contractors.find((x) => x.id === id)?.name ?? id
  const person = (id: string) => staff.find((s) => s.id === id)?.name ?? w.admin.someone
  switch (c.kind) {
    case 'set-setting':
      return t.setSetting(w.admin.settings[c.name].name, `${c.value} ${w.admin.units[settings[c.name].unit]}`)
    case 'allow-methods':
      return t.allowMethods(sayMethods(c.methods, w))
    case 'invite-staff':
      return t.inviteStaff(`${c.name} (${c.loginId}, ${c.email})`, w.delegation.roles[c.role], party(c.partyId))
    case 'give-role':
      return t.giveRole(person(c.userId), w.delegation.roles[c.role], party(c.partyId))
    case 'end-role':
      return t.endRole(person(c.userId), w.delegation.roles[c.role])
    case 'contractor-states':
      return t.contractorStates(party(c.contractorId), c.states.join(', '))
  }
}
