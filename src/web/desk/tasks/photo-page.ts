/** A photo of a site visit, sent as a file: nothing of it runs in the portal. */
import { applicationSubject } from '#db/queries/application/applications.ts'
import { listPhotos, unsealPhoto } from '#db/queries/application/case-tasks.ts'
import { showingOf } from '#domain/application/document-scan.ts'
import { page } from '#web/kit/page.ts'
import { download, notFound } from '#web/kit/reply.ts'
import { showWithheld } from '#web/kit/withheld.tsx'
import { casePath } from '../case/loaded-case.ts'

export const taskPhotoPage = page({
  path: '/desk/cases/:applicationId/tasks/:taskId/photos/:photoId',
  action: 'case.view',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  async get({ db, permit, params, services, w }) {
    const photo = (await listPhotos(db, permit)).find((p) => p.id === params.photoId && p.taskId === params.taskId)
    if (!photo) return notFound
    const showing = showingOf(photo.scan, services.scanner !== undefined)
    if (showing !== 'shown') return showWithheld(w, showing, casePath(permit.subjectId, `/tasks/${photo.taskId}`))
    const clear = unsealPhoto(db, permit, photo, await services.files.get(photo.storedAs))
    return download(clear, photo.mediaType, photo.fileName)
  },
})
