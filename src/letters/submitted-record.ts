/**
 * What is signed: the whole application in the words that the signer saw, frozen. Its canonical text is hashed
 * and kept; the pages and PDFs of it are drawn from that text, never again from today's catalogs. Pure.
 */
import type { ApplicationReason } from '#domain/application/reasons.ts'
import { canonicalJson } from '#domain/canonical-json.ts'
import type { FactRow, PaperDocument } from './document.ts'

export interface RecordedLine {
  readonly box: string
  readonly ask: string
  /** Written out, restricted answers too: this is what the signature covers. */
  readonly said: string
  /** What may be shown instead of a restricted answer. */
  readonly masked?: string
}
export interface RecordedSection {
  readonly id: string
  readonly title: string
  readonly items: readonly { readonly id: string; readonly title: string; readonly lines: readonly RecordedLine[] }[]
}
export interface RecordedDocument {
  readonly slot: string
  readonly what: string
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: number
  readonly sha256: string
}
export interface RecordedDifference {
  readonly id: string
  readonly what: string
  readonly ours: string
  readonly theirs?: string
  readonly verdict: string
  readonly explanation?: string
}
export interface RecordedReply {
  readonly wording: string
  readonly cite: string
  readonly answer: string
}
export interface RecordedAttestation {
  readonly version: string
  readonly title: string
  readonly statement: readonly string[]
  readonly penalties: readonly { readonly cite: string; readonly says: string }[]
  readonly agree: string
}

export interface SubmittedRecord {
  /** Of this shape. A later shape has another number, and both stay readable. */
  readonly record: 1
  readonly form: string
  readonly formTitle: string
  readonly edition: string
  readonly reason: ApplicationReason
  readonly reasonTitle: string
  readonly state: string
  readonly contractor: string
  readonly npi: string
  /** The legal name of the practitioner or organization; of a practitioner it is also what is typed to sign. */
  readonly practitioner: string
  /** The official who signs for an organization, by the name that is typed. */
  readonly signer?: string
  readonly lang: string
  /** Answers as data, by section id. */
  readonly answers: unknown
  readonly sections: readonly RecordedSection[]
  readonly documents: readonly RecordedDocument[]
  readonly preflight: readonly RecordedDifference[]
  /** Replies to the contractor's request, when this submission answers one. */
  readonly replies: readonly RecordedReply[]
  readonly attestation: RecordedAttestation
}

/** The exact text whose SHA-256 is signed. */
export const signedText = (record: SubmittedRecord): string => canonicalJson(record)

/** Whose name is typed to sign. */
export const signerOf = (record: SubmittedRecord): string => record.signer ?? record.practitioner

/** Reads a text that was signed; throws for a shape that this version of the product does not know. */
export function readSignedText(text: string): SubmittedRecord {
  const read = JSON.parse(text) as SubmittedRecord
  if (read.record !== 1) throw new Error(`unknown shape of a submitted record: ${read.record}`)
  return read
}

/** Words around the record; its own words are frozen in it. */
export interface RecordFrame {
  readonly summary: string
  /** Captions of the tables under the headings, which say something else than the headings. */
  readonly captions: {
    readonly summary: string
    readonly documents: string
    readonly preflight: string
    readonly replies: string
  }
  readonly facts: readonly FactRow[]
  readonly answers: string
  readonly documents: string
  readonly noDocuments: string
  readonly preflight: string
  readonly replies: string
  readonly explained: (explanation: string) => string
  readonly running: string
}

/** The record on paper. Restricted answers are masked. */
export function submittedPaper(r: SubmittedRecord, f: RecordFrame): PaperDocument {
  const shown = (line: RecordedLine): FactRow => ({ term: line.ask, said: line.masked ?? line.said, box: line.box })
  return {
    title: r.formTitle,
    lang: r.lang,
    running: f.running,
    blocks: [
      { kind: 'heading', level: 2, text: f.summary },
      { kind: 'facts', caption: f.captions.summary, rows: f.facts },
      { kind: 'heading', level: 2, text: f.answers },
      ...r.sections.flatMap((s) => [
        // The one table of a section that is no list carries the section's title itself.
        ...(s.items.length === 1 && s.items[0]?.title === s.title
          ? []
          : [{ kind: 'heading', level: 3, text: s.title } as const]),
        ...s.items.map((i) => ({ kind: 'facts', caption: i.title, rows: i.lines.map(shown) }) as const),
      ]),
      { kind: 'heading', level: 2, text: f.documents },
      r.documents.length === 0
        ? { kind: 'paragraph', text: f.noDocuments }
        : {
            kind: 'facts',
            caption: f.captions.documents,
            rows: r.documents.map((d) => ({ term: `${d.what}: ${d.fileName}`, said: `SHA-256 ${d.sha256}` })),
          },
      { kind: 'heading', level: 2, text: f.preflight },
      {
        kind: 'facts',
        caption: f.captions.preflight,
        rows: r.preflight.map((p) => ({
          term: p.what,
          said: [
            `${p.verdict}. ${p.ours}`,
            p.theirs && ` / ${p.theirs}`,
            p.explanation && `. ${f.explained(p.explanation)}`,
          ]
            .filter(Boolean)
            .join(''),
        })),
      },
      ...(r.replies.length === 0
        ? []
        : [
            { kind: 'heading', level: 2, text: f.replies } as const,
            {
              kind: 'facts',
              caption: f.captions.replies,
              rows: r.replies.map((x) => ({ term: `${x.wording} (${x.cite})`, said: x.answer })),
            } as const,
          ]),
      { kind: 'heading', level: 2, text: r.attestation.title },
      ...r.attestation.statement.map((text) => ({ kind: 'paragraph', text }) as const),
      { kind: 'list', items: r.attestation.penalties.map((p) => `${p.cite}: ${p.says}`) },
      { kind: 'paragraph', text: r.attestation.agree },
    ],
  }
}
