/** All words of the product, by language. A second language is a second value of the type `Words`. */
import type { Problem } from '#domain/result.ts'
import { account } from './en/account.ts'
import { affiliations } from './en/affiliations/affiliations.ts'
import { allQuestions } from './en/all-questions.ts'
import { audit } from './en/audit.ts'
import { claims } from './en/claims.ts'
import { comparison } from './en/comparison.ts'
import { dateLedger } from './en/date-ledger.ts'
import { appeals } from './en/decisions/appeals.ts'
import { decisions } from './en/decisions/decisions.ts'
import { delegation } from './en/delegation.ts'
import { demo } from './en/demo.ts'
import { desk } from './en/desk.ts'
import { developers } from './en/developers.ts'
import { dictionary } from './en/dictionary.ts'
import { documentNeedWords, documentReasonWords, documentSlotWords, withheldDocumentWords } from './en/documents.ts'
import { eligibility } from './en/eligibility.ts'
import { drafts } from './en/fee/drafts.ts'
import { fee } from './en/fee/fee.ts'
import { signatures } from './en/fee/signatures.ts'
import { fhir } from './en/fhir.ts'
import { formWordsEn } from './en/forms/index.ts'
import { help } from './en/help.ts'
import { layout } from './en/layout.ts'
import { letters } from './en/letters.ts'
import { lookup } from './en/lookup.ts'
import { mailHoles } from './en/mail-texts/holes.ts'
import { mailTexts } from './en/mail-texts/index.ts'
import { mails } from './en/mails.ts'
import { notices } from './en/notices.ts'
import { ownership } from './en/ownership.ts'
import { packets } from './en/packets.ts'
import { recordHistory } from './en/portal/record-history.ts'
import { portal } from './en/portal.ts'
import { sentence } from './en/problems.ts'
import { publicFiles } from './en/public-files.ts'
import { publicLists } from './en/public-lists.ts'
import { reasonWords } from './en/reasons.ts'
import { reassignments } from './en/reassignments.ts'
import { recordChanged } from './en/record-changed.ts'
import { refdata, sourceNames } from './en/refdata.ts'
import { reports } from './en/reports.ts'
import { review } from './en/review.ts'
import { roster } from './en/roster.ts'
import { sayEn } from './en/say.ts'
import { situations } from './en/situations.ts'
import { admin } from './en/staff/admin.ts'
import { helpDesk } from './en/staff/help-desk.ts'
import { tickets } from './en/staff/tickets.ts'
import { eventWords, statusWords, waitingOnWords } from './en/statuses.ts'
import { time } from './en/time/time.ts'
import { transfers } from './en/transfers.ts'

export const en = {
  layout,
  notices,
  account,
  claims,
  portal,
  demo,
  delegation,
  desk,
  developers,
  dictionary,
  audit,
  admin,
  helpDesk,
  tickets,
  lookup,
  eligibility,
  fhir,
  roster,
  reassignments,
  reports,
  ownership,
  publicFiles,
  publicLists,
  review,
  help,
  letters,
  decisions,
  dateLedger,
  recordHistory,
  appeals,
  affiliations,
  mails,
  mailTexts,
  mailHoles,
  /** The command line about source files. */
  refdata,
  reasons: reasonWords,
  situations,
  packets,
  recordChanged,
  fee,
  signatures,
  drafts,
  sourceNames,
  comparison,
  time,
  transfers,
  /** Catalogs by form id. */
  forms: formWordsEn,
  allQuestions,
  /** Words of answers: yes, no, months, states. */
  values: sayEn,
  documentSlots: documentSlotWords,
  documentReasons: documentReasonWords,
  documentNeeds: documentNeedWords,
  withheldDocument: withheldDocumentWords,
  statuses: statusWords,
  events: eventWords,
  waitingOn: waitingOnWords,
  /** The sentence of a problem. */
  say: (p: Problem): string => sentence(p.code, p.with),
}
export type Words = typeof en
