/** The same for a group that is not enrolled here and is known by its NPI: practitioners are asked, and sign, ahead of it. */

import { isRowId } from '#db/queries/application/applications.ts'
import type { Subject } from '#domain/access/policy.ts'
import { page } from '#web/kit/page.ts'
import { notFound } from '#web/kit/reply.ts'
import type { Words } from '#words/index.ts'
import { partyGroupOf } from './group-of.ts'
import { drawUpload, type Place, takeUpload, uploadFields } from './upload-form.tsx'
import { sampleDownload } from './upload-page.tsx'

export const partyRosterPath = (enrolleeId: string): string => `/organizations/${enrolleeId}/roster/add`
const subject = (_: unknown, { enrolleeId }: { readonly enrolleeId?: string }): Subject | undefined =>
  isRowId(enrolleeId) ? { id: enrolleeId, enrolleeId } : undefined
const placeOf = ({ id }: Subject, name: string, w: Words): Place => ({
  back: { href: '/reassignments', label: w.reassignments.sign.title },
  note: w.reassignments.roster.notEnrolled(name),
  sample: `/organizations/${id}/roster/sample.csv`,
})

export const partyRosterPage = page({
  path: '/organizations/:enrolleeId/roster/add',
  action: 'reassignment.propose',
  subject,
  async get(ask) {
    const { db, permit, subject, w, today } = ask
    const group = await partyGroupOf(db, permit, subject)
    return group ? drawUpload(ask, placeOf(subject, group.name, w), { npis: '', startsOn: today }, []) : notFound
  },
  post: {
    ...uploadFields,
    async handle(ask) {
      const { db, permit, subject, w } = ask
      const group = await partyGroupOf(db, permit, subject)
      return group ? takeUpload(ask, group, placeOf(subject, group.name, w)) : notFound
    },
  },
})

export const partySamplePage = page({
  path: '/organizations/:enrolleeId/roster/sample.csv',
  action: 'reassignment.propose',
  subject,
  get: sampleDownload,
})
