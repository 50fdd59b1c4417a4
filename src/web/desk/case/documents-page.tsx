/** Papers that came with the application, and what the provider explained before signing. */
import { applicationSubject } from '#db/queries/application/applications.ts'
import { findDocument, listDocuments, unsealDocument } from '#db/queries/application/documents.ts'
import { findSubmittedText } from '#db/queries/application/submissions.ts'
import { showingOf } from '#domain/application/document-scan.ts'
import { readSignedText } from '#letters/submitted-record.ts'
import { isDocumentSlot } from '#use-cases/documents/add-document.ts'
import { page } from '#web/kit/page.ts'
import { Table } from '#web/kit/parts.tsx'
import { download, notFound } from '#web/kit/reply.ts'
import { showWithheld } from '#web/kit/withheld.tsx'
import { showCase } from './case-frame.tsx'
import { casePath, loadCase } from './loaded-case.ts'

export const caseDocumentsPage = page({
  path: '/desk/cases/:applicationId/documents',
  action: 'case.view',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),

  async get(ask) {
    const { db, permit, w, services } = ask
    const t = w.desk.case
    const loaded = await loadCase(ask)
    const documents = await listDocuments(db, permit)
    const last = loaded.submissions.at(-1)
    const signed = last && (await findSubmittedText(db, permit, last.ordinal))
    const explained = signed ? readSignedText(signed.text).preflight.filter((p) => p.explanation) : []
    return showCase({
      ask,
      loaded,
      tab: 'documents',
      children: (
        <>
          {documents.length === 0 ? (
            <p>{t.noDocuments}</p>
          ) : (
            <Table
              caption={t.documentsTitle}
              rows={documents}
              rowKey={(d) => d.id}
              columns={[
                { title: t.document, cell: (d) => (isDocumentSlot(d.slot) ? w.documentSlots[d.slot].what : d.slot) },
                {
                  title: t.fileName,
                  cell: (d) =>
                    showingOf(d.scan, services.scanner !== undefined) === 'shown' ? (
                      <a href={casePath(loaded.header.id, `/documents/${d.id}`)}>{d.fileName}</a>
                    ) : (
                      `${d.fileName} (${w.withheldDocument['being-checked'].title})`
                    ),
                },
                { title: t.size, cell: (d) => t.kilobytes(d.bytes), numeric: true },
                { title: t.hash, cell: (d) => <code class="hash">{d.sha256}</code> },
              ]}
            />
          )}
          <h3>{t.explanationsTitle}</h3>
          {explained.length === 0 ? (
            <p>{t.noExplanations}</p>
          ) : (
            <Table
              caption={t.explanationsTitle}
              rows={explained}
              rowKey={(p) => p.id}
              columns={[
                { title: t.finding, cell: (p) => p.what },
                { title: t.ours, cell: (p) => p.ours },
                { title: t.theirs, cell: (p) => p.theirs ?? t.none },
                { title: t.verdict, cell: (p) => p.verdict },
                { title: t.explanation, cell: (p) => p.explanation },
              ]}
            />
          )}
        </>
      ),
    })
  },
})

/** The file itself. It is sent as a download, so that nothing in it runs in the portal. */
export const caseDocumentPage = page({
  path: '/desk/cases/:applicationId/documents/:documentId',
  action: 'case.view',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  async get({ db, permit, params, services, w, subject }) {
    const found = await findDocument(db, permit, params.documentId)
    if (!found) return notFound
    const showing = showingOf(found.scan, services.scanner !== undefined)
    if (showing !== 'shown') return showWithheld(w, showing, casePath(subject.id, '/documents'))
    const clear = unsealDocument(db, permit, found, await services.files.get(found.storedAs))
    return download(clear, found.mediaType, found.fileName)
  },
})
