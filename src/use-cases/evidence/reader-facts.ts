/** What the first page of a bundle of evidence says, in words. Pure but for what it is given. */
import type { Manifest } from '#domain/bundle/manifest.ts'
import type { ReaderFacts } from '#letters/evidence/reader-page.tsx'
import { time } from '#words/en/portal/time.ts'
import type { Words } from '#words/index.ts'
import { isDocumentSlot } from '../documents/add-document.ts'
import {
  affiliationsPath,
  type BundleContent,
  checkPath,
  documentPath,
  letterPath,
  photoPath,
  recordPath,
} from './bundle-content.ts'

export function readerFacts(c: BundleContent, m: Omit<Manifest, 'files' | 'keyId'>, w: Words): ReaderFacts {
  const t = w.desk.evidence
  const { header, submissions } = c.found
  const who = (id: string) => (id === 'system' ? w.desk.case.system : (c.names.get(id) ?? w.desk.case.someone))
  const at = (d: Date) => time.at(d, header.contractorZone)
  const d = c.decision
  const row = (term: string, said: string | undefined) => (said ? ([[term, said]] as const) : [])
  return {
    trackingNumber: m.trackingNumber,
    rows: [
      ...row(t.provider, `${header.enrolleeName}, NPI ${header.enrolleeNpi}`),
      ...row(t.application, `${header.form} (${header.edition}), ${w.values.states[header.state] ?? header.state}`),
      ...row(t.decision, d ? (t.decisions[d.kind as 'approve'] ?? d.kind) : t.undecided),
      ...row(t.reasons, d?.reasons.join(', ')),
      ...row(t.because, d?.because.join('; ')),
      ...row(t.effectiveOn, d?.effectiveOn && time.day(d.effectiveOn)),
      ...row(t.decidedBy, d && `${who(d.decidedBy)}, ${at(d.decidedAt)}`),
      ...submissions.flatMap((s) =>
        row(t.signed(s.ordinal), `${s.signerName}, ${at(s.signedAt)}, SHA-256 ${s.sha256}`),
      ),
      ...row(t.made, `${m.madeBy}, ${at(new Date(m.madeAt))}`),
    ],
    checks: c.checks.map((k, i) => ({
      path: checkPath(k, i),
      what: `${w.desk.screening.checks[k.kind]}${k.supersededAt ? ` (${t.replaced})` : ''}`,
      about: k.subject,
      outcome: `${w.desk.screening.outcomes[k.outcome]}, ${at(k.ranAt)}, ${who(k.ranBy)}`,
      list: [k.source && (w.sourceNames[k.source as 'leie'] ?? k.source), k.sourceAsOf].filter(Boolean).join(', '),
      said: k.disposition
        ? `${w.desk.screening.dispositions[k.disposition]}: ${k.dispositionReason ?? ''} (${who(k.disposedBy ?? '')})`
        : '',
    })),
    groups: [
      {
        title: t.recordTitle,
        files: submissions.flatMap(({ ordinal }) =>
          (['html', 'pdf'] as const).map((kind) => ({
            path: recordPath(ordinal, kind),
            says: t.recordLine(ordinal, kind.toUpperCase()),
          })),
        ),
      },
      {
        title: t.documentsTitle,
        files: c.documents.map((doc, i) => ({
          path: documentPath(doc, i),
          says: `${isDocumentSlot(doc.slot) ? w.documentSlots[doc.slot].what : doc.slot}: ${doc.fileName}`,
        })),
      },
      { title: t.lettersTitle, files: c.letters.map((l, i) => ({ path: letterPath(l, i), says: l.title })) },
      {
        title: w.affiliations.desk.menu,
        files: c.affiliations.map(({ askedOn }, i) => ({
          path: affiliationsPath(i),
          says: w.affiliations.desk.evidence(time.day(askedOn)),
        })),
      },
      { title: t.photosTitle, files: c.photos.map((p, i) => ({ path: photoPath(p, i), says: p.fileName })) },
      {
        title: t.factsTitle,
        files: (['decision', 'events', 'requests', 'tasks'] as const).map((n) => ({
          path: `${n}.json`,
          says: t.factFiles[n],
        })),
      },
    ],
    rules: m.rules.map((r) => [r.rule, r.cite, [r.since && t.since(r.since), r.says].filter(Boolean).join(', ')]),
  }
}
