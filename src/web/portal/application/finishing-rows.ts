/** What remains when every question is answered: papers, comparison, fee, signers, signature; each with where it stands. */
import { listDocuments } from '#db/queries/application/documents.ts'
import { can } from '#domain/access/policy.ts'
import { isAboutRecord } from '#domain/application/reasons.ts'
import { readingOf } from '#forms/readings.ts'
import { documentsFor } from '#forms/reasons/documents.ts'
import { isSettled, type Preflight } from '#use-cases/case/compare-application.ts'
import type { FeeStanding } from '#use-cases/fee/fee-standing.ts'
import { signersOfApplication } from '#use-cases/signatures/signers.ts'
import { feePath, stateWords } from '../fee/fee-page.tsx'
import { signerWords } from '../signatures/signers-page.tsx'
import { applicationPath } from './section-order.ts'
import type { ViewAsk, WholeApplication } from './whole-application.ts'

/** One line of the task list. */
export interface Row {
  readonly id: string
  readonly title: string
  readonly hint?: string | undefined
  readonly status: string
  readonly href?: string | undefined
}

/** The rows of "Check, sign and submit", in the order in which they are best done. */
export async function finishingRows(
  ask: ViewAsk,
  whole: WholeApplication,
  compared: Preflight | undefined,
  fee: FeeStanding,
): Promise<readonly Row[]> {
  const { w, db, permit, visit, subject } = ask
  const t = w.portal.tasks
  const { header } = whole
  const there = new Set((await listDocuments(db, permit)).map((d) => d.slot))
  const missing = documentsFor(header, whole.file).filter((d) => d.needed === 'always' && !there.has(d.slot))
  const settled = compared !== undefined && isSettled(compared)
  const sold = whole.file.enrollment?.[0]?.answers.how === 'ownership-change'
  const signs = can(visit.actor, 'application.sign', subject)
  const edits = can(visit.actor, 'application.edit', subject)
  const signedBy = readingOf(header.form).enrolls === 'individual' ? t.signOther : t.signOfficial
  return [
    {
      id: 'documents',
      title: t.documents,
      hint: t.documentsHint(missing.length),
      status: missing.length === 0 ? t.documentsDone : t.documentsOpen,
      href: edits ? applicationPath(header.id, '/documents') : undefined,
    },
    ...(readingOf(header.form).enrolls === 'organization'
      ? [{ id: 'ownership', title: w.ownership.link, status: t.ready, href: applicationPath(header.id, '/ownership') }]
      : []),
    ...(header.reason === 'ownership-buyer' || header.reason === 'ownership-seller' || sold
      ? [{ id: 'sale', title: w.transfers.sale.link, status: t.ready, href: applicationPath(header.id, '/sale') }]
      : []),
    { id: 'check', title: t.check, status: t.ready, href: applicationPath(header.id, '/check') },
    ...(isAboutRecord(header)
      ? [{ id: 'changes', title: t.changes, status: t.ready, href: applicationPath(header.id, '/changes') }]
      : []),
    compared
      ? {
          id: 'preflight',
          title: t.preflight,
          hint: t.preflightHint,
          status: t.progress[settled ? 'complete' : 'in-progress'],
          href: edits ? applicationPath(header.id, '/preflight') : undefined,
        }
      : { id: 'preflight', title: t.preflight, hint: t.finishFirst, status: t.progress['cannot-start'] },
    {
      id: 'fee',
      title: w.fee.row,
      hint: fee.settled ? undefined : w.fee.rowHint.open,
      status: stateWords(fee, w),
      href: feePath(header.id),
    },
    {
      id: 'signers',
      title: w.signatures.row,
      hint: w.signatures.rowHint,
      status: signerWords(await signersOfApplication(db, permit, w, ask.now, header), w),
      href: applicationPath(header.id, '/signers'),
    },
    settled && fee.settled && signs
      ? { id: 'sign', title: t.sign, status: t.ready, href: applicationPath(header.id, '/sign') }
      : {
          id: 'sign',
          title: t.sign,
          hint: !signs ? signedBy : settled ? t.payFirst : compared ? t.settleFirst : t.finishFirst,
          status: t.progress['cannot-start'],
        },
  ]
}
