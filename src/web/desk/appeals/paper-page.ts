/** A paper of an appeal, as the desk reads it. */
import { appealSubject } from '#db/queries/decisions/appeals.ts'
import { readAppealPaper } from '#use-cases/appeals/read-paper.ts'
import { page } from '#web/kit/page.ts'
import { download, notFound } from '#web/kit/reply.ts'
import { showWithheld } from '#web/kit/withheld.tsx'
import { deskAppealPath } from '../decisions/decision-paths.ts'

export const deskAppealPaperPage = page({
  path: '/desk/appeals/:appealId/papers/:paperId',
  action: 'appeal.hear',
  subject: (db, { appealId }) => appealSubject(db, appealId),
  async get({ db, permit, services, params, w, subject }) {
    const paper = await readAppealPaper(db, permit, services, params.paperId)
    if (!paper) return notFound
    if (typeof paper === 'string') return showWithheld(w, paper, deskAppealPath(subject.id))
    return download(paper.bytes, paper.mediaType, paper.fileName)
  },
})
