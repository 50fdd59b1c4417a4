/** Where a request came from and for whom its person acts: what every event of the record is written with. Pure. */
import { actsFor } from '#domain/access/session.ts'
import type { AskBase } from './page.ts'

/** The only place where pages say it, so that no event of somebody who acts for another names one of the two only. */
export const callerOf = ({ visit }: Pick<AskBase, 'visit'>) => ({
  ip: visit.ip,
  userAgent: visit.userAgent,
  actsFor: visit.session && actsFor(visit.session.userId, visit.acting),
})
