/** Tells, on the task list, that the record changed after the application was begun. */
import type { JSX } from 'preact'
import type { ApplicationHeader } from '#db/queries/application/applications.ts'
import type { File } from '#forms/kit/section.ts'
import { isOpenConflict, reconcileApplication } from '#use-cases/reconcile/reconcile-application.ts'
import { Alert } from '#web/kit/parts.tsx'
import { applicationPath } from '../application/section-order.ts'
import type { ViewAsk } from '../application/whole-application.ts'

/** Nothing when it did not. `file` is what the application says now. */
export async function recordMoved(
  { db, permit, w }: ViewAsk,
  header: ApplicationHeader,
  file: File,
): Promise<JSX.Element | undefined> {
  const { moved, conflicts } = await reconcileApplication(db, permit, header, file)
  if (!moved) return undefined
  const t = w.recordChanged
  const open = conflicts.filter(isOpenConflict).length
  return (
    <Alert kind={open > 0 ? 'warning' : 'info'}>
      {t.banner(open)}{' '}
      <a class="usa-link" href={applicationPath(header.id, '/record-changed')}>
        {t.see}
      </a>
    </Alert>
  )
}
