/** Words of the provider's portal. */
import { dashboard, start } from './portal/dashboard.ts'
import { change, enrollment, inbox } from './portal/enrollment.ts'
import { enrollments } from './portal/enrollments.ts'
import { noClaims } from './portal/no-claims.ts'
import { reasons } from './portal/reasons.ts'
import { check, documents, preflight, request, sign } from './portal/signing.ts'
import { section, tasks } from './portal/tasks.ts'
import { time } from './portal/time.ts'
import { submitted, tracking, withdrawal } from './portal/tracking.ts'

export const portal = {
  dashboard,
  enrollments,
  start,
  tasks,
  section,
  time,
  tracking,
  withdrawal,
  submitted,
  enrollment,
  change,
  inbox,
  documents,
  check,
  preflight,
  sign,
  request,
  noClaims,
  reasons,
}
