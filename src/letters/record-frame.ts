/** The words and facts around a submitted record: the same before signing and in the PDF. Pure. */
import type { Day } from '#domain/dates.ts'
import type { Words } from '#words/index.ts'
import type { RecordFrame, SubmittedRecord } from './submitted-record.ts'

export interface Signed {
  readonly submission: {
    readonly ordinal: number
    readonly signerName: string
    readonly signedAt: Date
    readonly receivedOn: Day
    readonly sha256: string
  }
  readonly tracking: string
  readonly zone: string
}

/** Without `signed` it is the document that is about to be signed. */
export function recordFrame(r: SubmittedRecord, w: Words, signed?: Signed): RecordFrame {
  const t = w.portal.sign
  const fact = (term: string, said: string) => ({ term, said })
  return {
    summary: t.summary,
    captions: t.captions,
    facts: [
      fact(t.form, `${r.form} (${r.edition})`),
      fact(t.reason, r.reasonTitle),
      fact(r.signer === undefined ? t.practitioner : t.organization, r.practitioner),
      ...(r.signer === undefined ? [] : [fact(t.official, r.signer)]),
      fact(t.npi, r.npi),
      fact(t.state, w.values.states[r.state] ?? r.state),
      fact(t.contractor, r.contractor),
      ...(signed
        ? [
            fact(t.tracking, signed.tracking),
            fact(t.ordinal, String(signed.submission.ordinal)),
            fact(t.signedBy, signed.submission.signerName),
            fact(t.signedAt, w.portal.time.at(signed.submission.signedAt, signed.zone)),
            fact(t.receivedOn, w.portal.time.day(signed.submission.receivedOn)),
            fact(t.hashShort, signed.submission.sha256),
          ]
        : []),
    ],
    answers: t.answers,
    documents: t.documents,
    noDocuments: t.noDocuments,
    preflight: t.preflight,
    replies: t.replies,
    explained: t.explained,
    running: signed ? t.running(signed.tracking, signed.submission.sha256) : '',
  }
}
