/** Adds one file to a slot, sends a file back to its owner, takes one out and puts it back. */

import { type ApplicationSubject, applicationSubject } from '#db/queries/application/applications.ts'
import { findDocument, listReusableDocuments, unsealDocument } from '#db/queries/application/documents.ts'
import { showingOf } from '#domain/application/document-scan.ts'
import type { Problem } from '#domain/result.ts'
import { addDocument, isDocumentSlot } from '#use-cases/documents/add-document.ts'
import { documentMaxBytes, documentMaxMegabytes } from '#use-cases/documents/judge-file.ts'
import { removeDocument, restoreDocument } from '#use-cases/documents/remove-document.ts'
import { reuseDocument } from '#use-cases/documents/reuse-document.ts'
import { FileBox, PAPERS } from '#web/kit/file-box.tsx'
import { type Ask, page } from '#web/kit/page.ts'
import { BackLink, Button, ErrorSummary, Form } from '#web/kit/parts.tsx'
import { download, notFound, redirect, show } from '#web/kit/reply.ts'
import { showWithheld } from '#web/kit/withheld.tsx'
import { applicationPath } from '../application/section-order.ts'

type EditAsk = Ask<'application.edit', ApplicationSubject>
const back = ({ subject }: { readonly subject: ApplicationSubject }) => applicationPath(subject.id, '/documents')

async function draw(ask: EditAsk, problems: readonly Problem[]) {
  const { w, visit, params, query, db, permit } = ask
  const slot = params.slot ?? ''
  if (!isDocumentSlot(slot)) return notFound
  const t = w.portal.documents
  const words = w.documentSlots[slot]
  const old = query.replaces ? await findDocument(db, permit, query.replaces) : undefined
  const offered = await listReusableDocuments(db, permit, slot)
  const problem = problems.find((p) => p.at === 'file')
  return show(
    problems.length > 0 ? `${w.layout.errorPrefix}${words.what}` : words.what,
    <div class="one-thing">
      <BackLink href={back(ask)} w={w} label={t.back} />
      <ErrorSummary problems={problems} w={w} nameOf={(at) => (at === 'file' ? t.file : undefined)} />
      <h1>{words.what}</h1>
      <p>{words.accepted}</p>
      {old && <p>{t.replaceIntro(old.fileName)}</p>}
      <Form visit={visit} multipart>
        <FileBox
          label={t.file}
          hint={w.layout.fileHint(documentMaxMegabytes)}
          accept={PAPERS}
          problem={problem}
          w={w}
        />
        <Button>{t.upload}</Button>
      </Form>
      {offered.length > 0 && (
        <section aria-labelledby="reuse-title">
          <h2 id="reuse-title">{t.reuseTitle}</h2>
          <p>{t.reuseIntro}</p>
          <ul class="usa-list document-files">
            {offered.map((d) => (
              <li key={d.id}>
                {t.reuseLine(d.fileName, w.portal.time.at(d.addedAt, 'UTC'), d.trackingNumber)}
                <Form
                  visit={visit}
                  class="inline-form"
                  action={applicationPath(
                    ask.subject.id,
                    `/documents/slots/${slot}/reuse${old ? `?replaces=${old.id}` : ''}`,
                  )}
                >
                  <input type="hidden" name="documentId" value={d.id} />
                  <button type="submit" class="usa-button usa-button--unstyled">
                    {t.reuse}
                    <span class="usa-sr-only">{` ${d.fileName}`}</span>
                  </button>
                </Form>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>,
    { status: problems.length > 0 ? 422 : 200 },
  )
}

export const documentSlotPage = page({
  path: '/applications/:applicationId/documents/slots/:slot',
  action: 'application.edit',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  query: ['replaces'],
  get: (ask) => draw(ask, []),
  // Sent twice it is kept once without being `once`: the same file in the same place is there already.
  post: {
    fields: [],
    upload: { field: 'file', maxBytes: documentMaxBytes, maxFiles: 1 },
    async handle(ask) {
      const { db, permit, services, uploads, params, query, now } = ask
      const [upload] = uploads
      const sent = upload && {
        slot: params.slot ?? '',
        fileName: upload.fileName,
        bytes: upload.bytes,
        tooLarge: upload.tooLarge,
        ...(query.replaces && { replaces: query.replaces }),
      }
      const done = await addDocument(db, permit, services, sent, now)
      return done.ok ? redirect(back(ask), { notice: 'document-added' }) : draw(ask, done.problems)
    },
  },
})

export const reuseDocumentPage = page({
  path: '/applications/:applicationId/documents/slots/:slot/reuse',
  action: 'application.edit',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  query: ['replaces'],
  post: {
    fields: ['documentId'],
    async handle(ask) {
      const { db, permit, services, posted, params, query, now } = ask
      const from = { slot: params.slot ?? '', documentId: posted.documentId ?? '' }
      const done = await reuseDocument(
        db,
        permit,
        services,
        { ...from, ...(query.replaces && { replaces: query.replaces }) },
        now,
      )
      return done.ok ? redirect(back(ask), { notice: 'document-added' }) : draw(ask, done.problems)
    },
  },
})

export const documentFilePage = page({
  path: '/applications/:applicationId/documents/files/:documentId',
  action: 'application.view',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  async get({ db, permit, params, services, w, subject }) {
    const document = await findDocument(db, permit, params.documentId)
    if (!document) return notFound
    const showing = showingOf(document.scan, services.scanner !== undefined)
    if (showing !== 'shown') return showWithheld(w, showing, applicationPath(subject.id, '/documents'))
    const clear = unsealDocument(db, permit, document, await services.files.get(document.storedAs))
    return download(clear, document.mediaType, document.fileName)
  },
})

export const removeDocumentPage = page({
  path: '/applications/:applicationId/documents/files/:documentId/remove',
  action: 'application.edit',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  post: {
    fields: [],
    async handle(ask) {
      const document = await findDocument(ask.db, ask.permit, ask.params.documentId)
      const done = document && (await removeDocument(ask.db, ask.permit, document.id, ask.now))
      return done?.ok ? redirect(back(ask), { notice: 'removed' }) : notFound
    },
  },
})

export const restoreDocumentPage = page({
  path: '/applications/:applicationId/documents/files/:documentId/restore',
  action: 'application.edit',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  post: {
    fields: [],
    async handle(ask) {
      const document = await findDocument(ask.db, ask.permit, ask.params.documentId)
      const done = document && (await restoreDocument(ask.db, ask.permit, document.id, ask.now))
      return done?.ok ? redirect(back(ask), { notice: 'restored' }) : notFound
    },
  },
})
