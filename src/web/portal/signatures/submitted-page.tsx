/** After signing: the tracking number, what happens next, when and who. A reload shows the same. */
import { applicationSubject, findApplication } from '#db/queries/application/applications.ts'
import { findSubmittedText, listSubmissions } from '#db/queries/application/submissions.ts'
import { recordFrame } from '#letters/record-frame.ts'
import { readSignedText, submittedPaper } from '#letters/submitted-record.ts'
import { renderPdf } from '#outside/pdf/render-pdf.ts'
import { page } from '#web/kit/page.ts'
import { download, notFound, show } from '#web/kit/reply.ts'
import { applicationPath } from '../application/section-order.ts'

export const submittedPage = page({
  path: '/applications/:applicationId/submitted',
  action: 'application.view',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  async get({ db, permit, w }) {
    const t = w.portal.submitted
    const last = (await listSubmissions(db, permit)).at(-1)
    if (!last) return notFound
    const header = await findApplication(db, permit)
    const title = last.ordinal === 1 ? t.title : t.answeredTitle
    return show(
      title,
      <>
        <div class="confirmation-panel">
          <h1>{title}</h1>
          <p>
            {t.number}
            <br />
            <strong class="tracking-number">{header.trackingNumber}</strong>
          </p>
        </div>
        <p>{t.mail}</p>
        <p>
          {t.signed(last.signerName, w.portal.time.at(last.signedAt, header.contractorZone))}{' '}
          {t.received(w.portal.time.day(last.receivedOn))}
        </p>
        <h2>{t.nextTitle}</h2>
        <ul class="usa-list">
          {t.next(header.contractorName).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p>
          <a class="usa-link" href={applicationPath(header.id, `/submissions/${last.ordinal}.pdf`)}>
            {t.pdf}
          </a>
        </p>
        <p>
          <a class="usa-button" href={applicationPath(header.id)}>
            {t.track}
          </a>
        </p>
      </>,
    )
  },
})

/** Drawn from the words that were signed, so that it is the same document whenever it is made. */
export const submissionPdfPage = page({
  path: '/applications/:applicationId/submissions/:ordinal.pdf',
  action: 'application.view',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  async get({ db, permit, w, params }) {
    const ordinal = /^\d{1,6}$/.test(params.ordinal ?? '') ? Number(params.ordinal) : 0
    const found = await findSubmittedText(db, permit, ordinal)
    if (!found) return notFound
    const header = await findApplication(db, permit)
    const record = readSignedText(found.text)
    const tracking = header.trackingNumber ?? ''
    const signed = { submission: found.submission, tracking, zone: header.contractorZone }
    const pdf = await renderPdf(submittedPaper(record, recordFrame(record, w, signed)), found.submission.signedAt)
    return download(pdf, 'application/pdf', w.portal.sign.fileName(tracking, ordinal))
  },
})
