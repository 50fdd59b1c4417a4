/** A photo of a site visit, sent as a file: nothing of it runs in the portal. */
import { applicationSubject } from '#db/queries/application/applications.ts'
import { listPhotos, unsealPhoto } from '#db/queries/application/case-tasks.ts'
import { page } from '#web/kit/page.ts'
import { download, notFound } from '#web/kit/reply.ts'

export const taskPhotoPage = page({
  path: '/desk/cases/:applicationId/tasks/:taskId/photos/:photoId',
  action: 'case.view',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  async get({ db, permit, params, services }) {
    const photo = (await listPhotos(db, permit)).find((p) => p.id === params.photoId && p.taskId === params.taskId)
    if (!photo) return notFound
    const clear = unsealPhoto(db, permit, photo, await services.files.get(photo.storedAs))
    return download(clear, photo.mediaType, photo.fileName)
  },
})
