/** What can be taken away from a claim check while it is in memory: for the sign-in that made it, and nobody else. */

import type { Db } from '#db/db.ts'
import type { Subject } from '#domain/access/policy.ts'
import { ackOf, businessAnswerOf, findingLine, findingsHeader } from '#use-cases/claims/check-claims.ts'
import { forgetCheck, type KeptCheck, keptCheck } from '#use-cases/claims/kept-checks.ts'
import { type Params, page, type Visit } from '#web/kit/page.ts'
import { download, notFound, redirect } from '#web/kit/reply.ts'

interface CheckSubject extends Subject {
  readonly check: KeptCheck
}

/** undefined, and so "not found", for a stranger and for one that was wiped. */
function subjectOf(_: Db, { checkId }: Params, visit: Visit): CheckSubject | undefined {
  const check = keptCheck(checkId, visit.session?.id)
  return check && { id: 'claim-check', ownerId: check.userId, check }
}

const path = (part: string) => `/claims/check/:checkId/${part}`

export const claimCsvPage = page({
  path: path('csv'),
  action: 'claim-check.run',
  subject: subjectOf,
  async get({ subject }) {
    const text = findingsHeader + subject.check.findings.map(findingLine).join('')
    return download(Buffer.from(text, 'utf8'), 'text/csv; charset=utf-8', 'claim-findings.csv')
  },
})

export const claimAckPage = page({
  path: path('999'),
  action: 'claim-check.run',
  subject: subjectOf,
  async get({ subject, now }) {
    const text = ackOf(subject.check.file, now)
    return text === undefined
      ? notFound
      : download(Buffer.from(text, 'latin1'), 'application/edi-x12', 'answer-999.txt')
  },
})

export const claimBusinessPage = page({
  path: path('277ca'),
  action: 'claim-check.run',
  subject: subjectOf,
  async get({ subject, now }) {
    const text = businessAnswerOf(subject.check.file, now)
    return text === undefined
      ? notFound
      : download(Buffer.from(text, 'latin1'), 'application/edi-x12', 'answer-277ca.txt')
  },
})

export const forgetCheckPage = page({
  path: path('forget'),
  action: 'claim-check.run',
  subject: subjectOf,
  post: {
    fields: [],
    async handle({ subject }) {
      forgetCheck(subject.check.id)
      return redirect('/claims/check', { notice: 'claim-check-wiped' })
    },
  },
})
