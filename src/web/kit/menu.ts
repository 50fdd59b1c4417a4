/** The main menu: which entries a visitor sees, by what they hold. The policy still decides on each page. */
import { isHead } from '#domain/access/policy.ts'
import type { Site } from '#outside/services.ts'
import type { Words } from '#words/index.ts'
import type { Visit } from './page.ts'

const deskEntries = (w: Words) =>
  [
    ['/desk', w.layout.worklist],
    ['/desk/monitoring', w.desk.monitoring.title],
    ['/desk/owners', w.ownership.ownersLink],
    ['/desk/affiliations', w.affiliations.desk.menu],
    ['/desk/decisions', w.decisions.menu],
    ['/desk/reassignments', w.reassignments.desk.queueTitle],
    ['/desk/revalidations', w.time.desk.menu],
    ['/desk/appeals', w.appeals.menu],
    ['/desk/reports', w.reports.menu],
  ] as const

interface Visited {
  readonly site: Site
  readonly visit: Visit | undefined
  readonly w: Words
}
/** Menu entries by what the visitor holds; the policy still decides on each page. */
export function entries({ w, visit, site }: Visited): readonly (readonly [href: string, label: string])[] {
  const roles = new Set(visit?.actor.memberships.map((m) => m.role))
  const desk = roles.has('mac-analyst') || roles.has('mac-supervisor') || roles.has('auditor')
  const provider = visit?.session && !desk && !roles.has('help-desk') && !roles.has('admin') && !roles.has('operator')
  return [
    ...(provider
      ? ([
          ['/dashboard', w.layout.dashboard],
          ['/inbox', w.layout.inbox],
          ['/calendar', w.time.menu],
        ] as const)
      : []),
    ...(provider ? ([['/claims/check', w.claims.page.menu]] as const) : []),
    ...(provider ? ([['/roster', w.roster.title]] as const) : []),
    ...(provider && decides(visit) ? ([['/people', w.delegation.people.menu]] as const) : []),
    ...(desk ? deskEntries(w) : []),
    ...(desk || roles.has('help-desk') ? ([['/desk/claims', w.delegation.claims.queueMenu]] as const) : []),
    ...(roles.has('help-desk') ? ([['/help-desk', w.layout.helpDeskConsole]] as const) : []),
    ...(roles.has('admin') ? ([['/admin', w.layout.administration]] as const) : []),
    ...(roles.has('admin') ? ([['/desk/letter-wordings', w.decisions.wordings]] as const) : []),
    ...(roles.has('admin') ? ([['/desk/mail-texts', w.desk.mailTexts.title]] as const) : []),
    ...(roles.has('admin') || roles.has('operator') ? ([['/desk/policies', w.desk.policies.title]] as const) : []),
    ...(roles.has('operator') ? ([['/desk/rules', w.desk.rules.tryTitle]] as const) : []),
    ...(roles.has('auditor') || roles.has('operator') ? ([['/audit', w.layout.auditLog]] as const) : []),
    ['/lookup', w.layout.lookup],
    ...(site.demo ? ([['/demo/mailbox', w.layout.mailbox]] as const) : []),
    ...(visit?.session
      ? ([['/account', w.layout.account]] as const)
      : ([
          ['/sign-in', w.layout.signIn],
          ['/register', w.layout.register],
        ] as const)),
  ]
}

/** Whoever decides for somebody may say who acts for them. */
const decides = (visit: Visit): boolean => visit.actor.memberships.some((m) => isHead(m.role) && !m.through)
