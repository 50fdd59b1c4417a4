/** A group uploads a roster, or types NPIs; what follows is a look at every row, and nothing is sent yet. */
import type { Db } from '#db/db.ts'
import { type EnrollmentSubject, enrollmentSubject } from '#db/queries/enrollment/enrollments.ts'
import { csvFile } from '#domain/reassignment/csv-cell.ts'
import { sampleRoster } from '#domain/reassignment/roster-row.ts'
import { page } from '#web/kit/page.ts'
import { download, notFound } from '#web/kit/reply.ts'
import type { Words } from '#words/index.ts'
import { groupOf } from './group-of.ts'
import { drawUpload, type Place, takeUpload, uploadFields } from './upload-form.tsx'

const subject = (db: Db, { enrollmentId }: { readonly enrollmentId?: string }) => enrollmentSubject(db, enrollmentId)
const placeOf = ({ id }: EnrollmentSubject, w: Words): Place => ({
  back: { href: `/enrollments/${id}/roster`, label: w.reassignments.roster.back },
  sample: `/enrollments/${id}/roster/sample.csv`,
})

export const uploadMembersPage = page({
  path: '/enrollments/:enrollmentId/roster/add',
  action: 'reassignment.propose',
  subject,
  async get(ask) {
    const { db, visit, subject, w, today } = ask
    if (!(await groupOf(db, visit.actor, subject))) return notFound
    return drawUpload(ask, placeOf(subject, w), { npis: '', startsOn: today }, [])
  },
  post: {
    ...uploadFields,
    async handle(ask) {
      const { db, visit, subject, w } = ask
      const group = await groupOf(db, visit.actor, subject)
      return group ? takeUpload(ask, group, placeOf(subject, w)) : notFound
    },
  },
})

/** What a file looks like. */
export const sampleDownload = async () =>
  download(Buffer.from(csvFile(sampleRoster)), 'text/csv; charset=utf-8', 'roster-sample.csv')
export const sampleRosterPage = page({
  path: '/enrollments/:enrollmentId/roster/sample.csv',
  action: 'reassignment.propose',
  subject,
  get: sampleDownload,
})
