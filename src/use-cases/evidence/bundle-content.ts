/** What belongs into the bundle of evidence of a case, and where in it: papers, checks, letters, events, tasks. */
import type { Db } from '#db/db.ts'
import { type AffiliationEvidence, affiliationEvidence } from '#db/queries/affiliations/evidence.ts'
import { type EventLine, listEvents } from '#db/queries/application/application-events.ts'
import { namesOf } from '#db/queries/application/case-people.ts'
import {
  type CaseTask,
  listPhotos,
  listTasks,
  type TaskPhoto,
  unsealPhoto,
} from '#db/queries/application/case-tasks.ts'
import { type DevelopmentRequest, listRequests } from '#db/queries/application/development-requests.ts'
import { listDocuments, type StoredDocument, unsealDocument } from '#db/queries/application/documents.ts'
import { findCaseLetterPdf, type LetterLine, listApplicationLetters } from '#db/queries/application/letters.ts'
import { listChecks, type ScreeningCheck } from '#db/queries/application/screening.ts'
import { findSubmittedText } from '#db/queries/application/submissions.ts'
import { findDecision, type StoredDecision } from '#db/queries/decisions/decisions.ts'
import type { Permit } from '#domain/access/policy.ts'
import { canonicalJson } from '#domain/canonical-json.ts'
import { paperPage } from '#letters/evidence/record-page.tsx'
import { recordFrame } from '#letters/record-frame.ts'
import { readSignedText, submittedPaper } from '#letters/submitted-record.ts'
import type { FileToBundle } from '#outside/bundle/write-bundle.ts'
import type { Files } from '#outside/files/files.ts'
import { renderPdf } from '#outside/pdf/render-pdf.ts'
import type { Words } from '#words/index.ts'
import { type CaseFile, findCaseFile } from '../case/case-file.ts'

type Viewing = Permit<'case.view'>

export interface BundleContent {
  readonly found: CaseFile
  readonly decision: StoredDecision | undefined
  readonly checks: readonly ScreeningCheck[]
  readonly documents: readonly StoredDocument[]
  readonly letters: readonly LetterLine[]
  readonly requests: readonly DevelopmentRequest[]
  readonly events: readonly EventLine[]
  readonly tasks: readonly CaseTask[]
  readonly photos: readonly TaskPhoto[]
  readonly affiliations: readonly AffiliationEvidence[]
  readonly names: ReadonlyMap<string, string>
}

/** Everything but the bytes, which are fetched one by one while the bundle is sent. */
export async function collectEvidence(db: Db, permit: Viewing): Promise<BundleContent> {
  const found = await findCaseFile(db, permit)
  const [current, earlier] = [await listChecks(db, permit), await listChecks(db, permit, true)]
  const papers = [...(await listDocuments(db, permit)), ...(await listDocuments(db, permit, true))]
  const events = await listEvents(db, permit)
  const tasks = await listTasks(db, permit)
  const checks = [...current, ...earlier]
  const people = [
    permit.actor.userId,
    ...events.map((e) => e.actorId),
    ...checks.flatMap((c) => [c.ranBy, c.disposedBy ?? '']),
    ...tasks.flatMap((t) => [t.ownerId, t.openedBy, t.closedBy ?? '']),
  ]
  return {
    found,
    decision: await findDecision(db, permit),
    checks,
    // What a scanner found something in goes nowhere.
    documents: papers.filter((d) => d.scan !== 'infected'),
    letters: await listApplicationLetters(db, permit),
    requests: await listRequests(db, permit),
    events,
    tasks,
    photos: (await listPhotos(db, permit)).filter((p) => p.scan !== 'infected'),
    affiliations: await affiliationEvidence(db, permit),
    names: await namesOf(db, permit, people),
  }
}

const number = (i: number): string => String(i + 1).padStart(3, '0')
const safe = (name: string): string => name.replace(/[^\w.-]+/g, '-').slice(-80)

export const checkPath = (c: ScreeningCheck, i: number): string => `checks/${number(i)}-${c.kind}.json`
export const documentPath = (d: StoredDocument, i: number): string =>
  `documents/${number(i)}-${d.slot}-${safe(d.fileName)}`
export const letterPath = (l: LetterLine, i: number): string => `letters/${number(i)}-${l.kind}.pdf`
export const photoPath = (p: TaskPhoto, i: number): string => `tasks/photos/${number(i)}-${safe(p.fileName)}`
export const affiliationsPath = (i: number): string => `affiliations/${number(i)}-request.json`
export const recordPath = (ordinal: number, kind: 'html' | 'pdf'): string => `record/submission-${ordinal}.${kind}`

/** One check as it is kept: what was asked, of which list, the raw answer and its hash, when, by whom, what was said. */
const checkJson = (c: ScreeningCheck, names: ReadonlyMap<string, string>): string =>
  canonicalJson({
    id: c.id,
    check: c.kind,
    about: c.subject,
    submission: c.submission,
    query: c.evidence.query ?? null,
    list: c.evidence.list ?? null,
    source: c.source ?? null,
    sourceAsOf: c.sourceAsOf ?? null,
    outcome: c.outcome,
    answer: c.evidence,
    answerSha256: c.evidenceSha256,
    ranAt: c.ranAt.toISOString(),
    ranBy: names.get(c.ranBy) ?? c.ranBy,
    disposition: c.disposition ?? null,
    dispositionReason: c.dispositionReason ?? null,
    disposedBy: c.disposedBy ? (names.get(c.disposedBy) ?? c.disposedBy) : null,
    disposedAt: c.disposedAt?.toISOString() ?? null,
    supersededAt: c.supersededAt?.toISOString() ?? null,
  })

const json = (path: string, value: unknown): FileToBundle => ({
  path,
  // Dates become text as JSON does it, before the canonical spelling.
  load: async () => canonicalJson(JSON.parse(JSON.stringify(value))),
})

/** Every file of the bundle but the page that a reader opens first. */
export function bundledFiles(
  db: Db,
  permit: Viewing,
  c: BundleContent,
  { files, words }: { readonly files: Files; readonly words: Words },
): readonly FileToBundle[] {
  const { header, submissions } = c.found
  const record = async (ordinal: number) => {
    const stored = await findSubmittedText(db, permit, ordinal)
    if (!stored) throw new Error(`no submission ${ordinal}`)
    const { submission, text } = stored
    const signed = { submission, tracking: header.trackingNumber ?? '', zone: header.contractorZone }
    const read = readSignedText(text)
    return { paper: submittedPaper(read, recordFrame(read, words, signed)), submission }
  }
  return [
    ...submissions.flatMap(({ ordinal }): readonly FileToBundle[] => [
      { path: recordPath(ordinal, 'html'), load: async () => paperPage((await record(ordinal)).paper) },
      {
        path: recordPath(ordinal, 'pdf'),
        packed: true,
        load: async () => {
          const { paper, submission } = await record(ordinal)
          return renderPdf(paper, submission.signedAt)
        },
      },
    ]),
    ...c.documents.map((d, i) => ({
      path: documentPath(d, i),
      packed: true,
      load: async () => unsealDocument(db, permit, d, await files.get(d.storedAs)),
    })),
    ...c.checks.map((check, i) => ({ path: checkPath(check, i), load: async () => checkJson(check, c.names) })),
    ...c.letters.map((l, i) => ({
      path: letterPath(l, i),
      packed: true,
      load: () => findCaseLetterPdf(db, permit, l.id),
    })),
    ...c.photos.map((p, i) => ({
      path: photoPath(p, i),
      packed: true,
      load: async () => unsealPhoto(db, permit, p, await files.get(p.storedAs)),
    })),
    json('decision.json', c.decision ?? null),
    json(
      'events.json',
      c.events.map((e) => ({ ...e, actor: c.names.get(e.actorId) ?? e.actorId })),
    ),
    json('requests.json', c.requests),
    ...c.affiliations.map((a, i) => json(affiliationsPath(i), a.record)),
    json('tasks.json', c.tasks),
  ]
}
