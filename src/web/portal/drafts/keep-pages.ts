/** A draft as a PDF to read and as a file to bring in again, at any time. Restricted answers are masked or left out. */
import { findFile } from '#db/queries/application/application-file.ts'
import { applicationSubject, findApplication } from '#db/queries/application/applications.ts'
import { recordFrame } from '#letters/record-frame.ts'
import { submittedPaper } from '#letters/submitted-record.ts'
import { renderPdf } from '#outside/pdf/render-pdf.ts'
import { freezeApplication } from '#use-cases/application/freeze-application.ts'
import { keptDraft } from '#use-cases/drafts/bring-in.ts'
import { page } from '#web/kit/page.ts'
import { download } from '#web/kit/reply.ts'

export const draftPdfPage = page({
  path: '/applications/:applicationId/draft.pdf',
  action: 'application.view',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  async get({ db, permit, w, now }) {
    const { record, header } = await freezeApplication(db, permit, w, now)
    const frame = { ...recordFrame(record, w), running: w.drafts.running }
    const pdf = await renderPdf(submittedPaper(record, frame), now)
    return download(pdf, 'application/pdf', `${w.drafts.fileName(header.form, header.enrolleeNpi)}.pdf`)
  },
})

export const draftJsonPage = page({
  path: '/applications/:applicationId/draft.json',
  action: 'application.view',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  async get({ db, permit, w }) {
    const header = await findApplication(db, permit)
    const kept = keptDraft(header, await findFile(db, permit))
    const bytes = Buffer.from(`${JSON.stringify(kept, null, 2)}\n`)
    return download(bytes, 'application/json', `${w.drafts.fileName(header.form, header.enrolleeNpi)}.json`)
  },
})
