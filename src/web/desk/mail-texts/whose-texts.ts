/** Whose texts of mails a visitor edits: those of the contractor for which they work, or everybody's. */
import type { Db } from '#db/db.ts'
import type { Subject } from '#domain/access/policy.ts'
import { contractorMails, type MailKind, securityMails, siteMails } from '#domain/mails/mail-kinds.ts'
import type { Params, Visit } from '#web/kit/page.ts'
import { visitorsContractor } from '../contractor-subject.ts'

export const whoseTexts = (db: Db, params: Params, visit: Visit): Subject => {
  const own = visitorsContractor(db, params, visit)
  return own?.contractorId === undefined ? { id: 'site' } : own
}

const site = { contractor: contractorMails, site: siteMails, security: securityMails } as const
export type MailGroup = keyof typeof site
/** The mails that can be edited there, in groups. */
export const groupsOf = (s: Subject): readonly (readonly [MailGroup, readonly MailKind[]])[] =>
  s.contractorId === undefined
    ? [
        ['contractor', site.contractor],
        ['site', site.site],
        ['security', site.security],
      ]
    : [['contractor', site.contractor]]
