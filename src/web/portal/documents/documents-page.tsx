/** The papers of an application: what is needed and why, what has come, what was taken out. */
import { type ApplicationSubject, applicationSubject } from '#db/queries/application/applications.ts'
import { listDocuments, type StoredDocument } from '#db/queries/application/documents.ts'
import { documentSlots, type RequiredDocument } from '#domain/application/document-requirements.ts'
import { showingOf } from '#domain/application/document-scan.ts'
import { isEditable, isOpen } from '#domain/application/lifecycle.ts'
import { documentsFor } from '#forms/reasons/documents.ts'
import { isDocumentSlot } from '#use-cases/documents/add-document.ts'
import { type Ask, page } from '#web/kit/page.ts'
import { BackLink, Form, SummaryList } from '#web/kit/parts.tsx'
import { show } from '#web/kit/reply.ts'
import { applicationPath } from '../application/section-order.ts'
import { type WholeApplication, wholeApplication } from '../application/whole-application.ts'

type EditAsk = Ask<'application.edit', ApplicationSubject>

export const documentsPage = page({
  path: '/applications/:applicationId/documents',
  action: 'application.edit',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  async get(ask) {
    const { w, db, permit, visit } = ask
    const t = w.portal.documents
    const whole = await wholeApplication(ask)
    const { header } = whole
    const there = await listDocuments(db, permit)
    const removed = await listDocuments(db, permit, true)
    const needed = documentsFor(header, whole.file)
    // A paper stays in sight when the answer that called for it has changed.
    const extra = documentSlots.filter(
      (slot) => there.some((d) => d.slot === slot) && !needed.some((n) => n.slot === slot),
    )
    return show(
      t.title,
      <>
        <BackLink href={applicationPath(header.id)} w={w} label={w.portal.tasks.backToList} />
        <h1>{t.title}</h1>
        <p class="usa-intro">{t.intro}</p>
        {[...needed, ...extra].map((n) => (
          <Slot
            key={typeof n === 'string' ? n : n.slot}
            ask={ask}
            whole={whole}
            slot={typeof n === 'string' ? n : n.slot}
            needed={typeof n === 'string' ? undefined : n}
            files={there.filter((d) => d.slot === (typeof n === 'string' ? n : n.slot))}
          />
        ))}
        {removed.length > 0 && isEditable(header.status) && (
          <section>
            <h2>{t.removedTitle}</h2>
            <ul class="usa-list document-files">
              {removed.map((d) => (
                <li key={d.id}>
                  {d.scan === 'infected' ? (
                    `${d.fileName} (${w.withheldDocument.withheld.title})`
                  ) : (
                    <a class="usa-link" href={filePath(header.id, d)}>
                      {d.fileName}
                    </a>
                  )}
                  {versionOf(d, there, t.replacedBy)}
                  {d.scan !== 'infected' && (
                    <Form visit={visit} class="inline-form" action={filePath(header.id, d, '/restore')}>
                      <button type="submit" class="usa-button usa-button--unstyled">
                        {t.putBack}
                        <span class="usa-sr-only">{` ${d.fileName}`}</span>
                      </button>
                    </Form>
                  )}
                </li>
              ))}
            </ul>
          </section>
        )}
        <p>
          <a class="usa-button" href={applicationPath(header.id)}>
            {t.continue}
          </a>
        </p>
      </>,
    )
  },
})

/** Names the document in force that took the place of this one. */
function versionOf(d: StoredDocument, there: readonly StoredDocument[], say: (name: string) => string): string {
  const newer = there.find((o) => o.replaces === d.id)
  return newer ? ` (${say(newer.fileName)}) ` : ' '
}

const filePath = (id: string, d: StoredDocument, rest = '') => applicationPath(id, `/documents/files/${d.id}${rest}`)
const slotPath = (id: string, slot: string, replaces?: string) =>
  applicationPath(id, `/documents/slots/${slot}${replaces ? `?replaces=${replaces}` : ''}`)

interface SlotProps {
  readonly ask: EditAsk
  readonly whole: WholeApplication
  readonly slot: string
  readonly needed: RequiredDocument | undefined
  readonly files: readonly StoredDocument[]
}
function Slot({ ask, whole, slot, needed, files }: SlotProps) {
  const { w, visit } = ask
  const t = w.portal.documents
  const scanning = ask.services.scanner !== undefined
  const { header } = whole
  if (!isDocumentSlot(slot)) return null
  const words = w.documentSlots[slot]
  const status =
    files.length > 0
      ? t.received
      : needed?.needed === 'always'
        ? t.missing
        : needed
          ? w.documentNeeds[needed.needed]
          : ''
  return (
    <section class="document-slot" aria-labelledby={`slot-${slot}`}>
      <h2 id={`slot-${slot}`}>
        {words.what} <span class="usa-tag document-slot__status">{status}</span>
      </h2>
      <SummaryList
        w={w}
        rows={[
          ...(needed ? [{ key: t.why, value: `${w.documentReasons[needed.because]} (${needed.cite})` }] : []),
          { key: t.accepted, value: words.accepted },
        ]}
      />
      {files.length > 0 && (
        <ul class="usa-list document-files">
          {files.map((d) => (
            <li key={d.id}>
              <a class="usa-link" href={filePath(header.id, d)}>
                {d.fileName}
              </a>
              {` (${t.size(d.bytes)}, ${w.portal.time.at(d.addedAt, header.contractorZone)})`}
              {showingOf(d.scan, scanning) === 'being-checked' && <span class="usa-tag">{t.beingChecked}</span>}
              <details>
                <summary>{t.hash}</summary>
                <code class="fingerprint">{d.sha256}</code>
              </details>
              {isEditable(header.status) && (
                <span class="document-files__actions">
                  <a class="usa-link" href={slotPath(header.id, slot, d.id)}>
                    {t.replace}
                    <span class="usa-sr-only">{` ${d.fileName}`}</span>
                  </a>
                  <Form visit={visit} class="inline-form" action={filePath(header.id, d, '/remove')}>
                    <button type="submit" class="usa-button usa-button--unstyled">
                      {t.remove}
                      <span class="usa-sr-only">{` ${d.fileName}`}</span>
                    </button>
                  </Form>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {isOpen(header.status) && (
        <a class="usa-button usa-button--outline" href={slotPath(header.id, slot)}>
          {t.add}
          <span class="usa-sr-only">{t.addLabel(words.what)}</span>
        </a>
      )}
    </section>
  )
}
