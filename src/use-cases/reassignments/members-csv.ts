/**
 * The members of a group as CSV: the columns of CMS's public "Clinic Group Practice Reassignment" list as far as we know
 * them, then how each stands for claims. Pure.
 */
import { csvFile } from '#domain/reassignment/csv-cell.ts'
import { states } from '#domain/reassignment/standing.ts'
import type { Words } from '#words/index.ts'
import type { MemberLine } from './member-lines.ts'

const columns = [
  'Group Enrollment ID',
  'Group Legal Business Name',
  'Group NPI',
  'Record Type',
  'Individual Enrollment ID',
  'Individual NPI',
  'Individual Name',
  'Individual Specialty Code',
  'Individual Due Date',
  'Claims Payable',
  'Status',
  'Payable From',
  'Ends On',
  'Proposed Start',
  'Practitioner Signed On',
  'Group Signed On',
  'Reason',
] as const

export const membersCsv = (lines: readonly MemberLine[], w: Words): string =>
  csvFile([
    columns,
    ...lines.map((l) => [
      l.group.enrollmentId ?? '',
      l.group.name,
      l.group.npi,
      'Reassignment',
      l.practitioner.enrollmentId,
      l.practitioner.npi,
      l.practitioner.name,
      l.practitioner.specialty,
      l.revalidation,
      states[l.standing.state].payable ? 'Y' : 'N',
      w.reassignments.say(l.standing, w.values),
      states[l.standing.state].payable ? l.standing.from : undefined,
      l.standing.to,
      l.startsOn,
      l.handshake?.signed.practitioner?.at.toISOString(),
      l.handshake?.signed.group?.at.toISOString(),
      l.handshake?.refusal ?? l.handshake?.ended?.reason,
    ]),
  ])
