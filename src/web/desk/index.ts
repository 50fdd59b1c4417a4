/** Every page of the contractor's desk. */
import type { AnyPage } from '#web/kit/page.ts'
import { caseAffiliationsPage, enrollmentAffiliationsPage } from './affiliations/ask-pages.tsx'
import { affiliationFindingPage, affiliationMoreTimePage, closeAffiliationsPage } from './affiliations/finding-pages.ts'
import { affiliationsQueuePage } from './affiliations/queue-page.tsx'
import { deskAffiliationPage } from './affiliations/request-page.tsx'
import { affiliationSearchPage } from './affiliations/search-page.tsx'
import { decideAppealPage, deskAppealPage } from './appeals/appeal-page.tsx'
import { deskAppealPaperPage } from './appeals/paper-page.ts'
import { deskAppealsPage } from './appeals/queue-page.tsx'
import { answersPage } from './case/answers-page.tsx'
import { caseChangesPage } from './case/changes-page.tsx'
import { decidePage } from './case/decide-page.tsx'
import { caseDocumentPage, caseDocumentsPage } from './case/documents-page.tsx'
import { historyPage } from './case/history-page.tsx'
import { putBackPage, takePage } from './case/holding-pages.ts'
import { deskLetterPage, deskLetterPdfPage } from './case/letter-page.tsx'
import { recommendPage } from './case/recommend-page.tsx'
import { refusePage } from './case/refuse-page.tsx'
import { requestPage } from './case/request-page.tsx'
import { revealPage } from './case/reveal-page.tsx'
import { dispositionPage, screeningPage } from './case/screening-page.tsx'
import { claimProofPage, claimsPage, decideClaimPage } from './claims/claims-pages.tsx'
import { decisionPage, discardDecisionPage, issueDecisionPage } from './decisions/decision-page.tsx'
import { deskEnrollmentPage } from './decisions/enrollment-page.tsx'
import { prepareDecisionPage } from './decisions/prepare-page.tsx'
import { decisionsPage } from './decisions/queue-page.tsx'
import { moreTimePage } from './development/more-time-page.tsx'
import { evidenceFilePage, evidenceKeyPage, evidencePage } from './evidence/evidence-page.tsx'
import { caseFeePage } from './fee/fee-page.tsx'
import { findPage } from './find/find-page.tsx'
import { letterWordingsPage } from './letter-wordings/list-page.tsx'
import { letterSamplePage, letterWordingPage } from './letter-wordings/wording-page.tsx'
import { answerExceptionPage } from './level/answer-page.tsx'
import { askExceptionPage } from './level/ask-page.tsx'
import { mailTextsPage } from './mail-texts/list-page.tsx'
import { mailTextPage } from './mail-texts/text-page.tsx'
import { judgeMonitoringPage, monitoringCasePage } from './monitoring/case-page.tsx'
import { monitoringPage } from './monitoring/queue-page.tsx'
import { caseOwnershipPage } from './ownership/case-page.tsx'
import { ownersPage } from './ownership/owners-page.tsx'
import { partyTracePage } from './ownership/party-page.tsx'
import { policyChangePage } from './policies/change-page.tsx'
import { policyKeyPage } from './policies/key-page.tsx'
import { policiesPage } from './policies/overview-page.tsx'
import { policyTopicPage } from './policies/topic-page.tsx'
import { batchPage, bulkPage } from './queues/batch-pages.tsx'
import { nextPage } from './queues/next-page.ts'
import { dropViewPage, keepViewPage } from './queues/view-pages.ts'
import { caseReassignmentsPage } from './reassignments/case-page.tsx'
import { decideReassignmentPage } from './reassignments/decide-page.tsx'
import { heldReassignmentsPage } from './reassignments/held-page.tsx'
import { reportFilePage } from './reports/file-page.ts'
import { reportsPage } from './reports/reports-page.tsx'
import { caseRulesPage } from './rules/rules-page.tsx'
import { tryRulesPage } from './rules/try-page.tsx'
import { putNoticesAwayPage } from './tasks/for-me-page.ts'
import { taskPhotoPage } from './tasks/photo-page.ts'
import { taskPage } from './tasks/task-page.tsx'
import { tasksPage } from './tasks/tasks-page.tsx'
import { oneRevalidationPage, overduePage } from './time/revalidations-page.tsx'
import { caseSalePage } from './transfers/case-page.tsx'
import { wordingPage, wordingsPage } from './wordings/wordings-pages.tsx'
import { worklistPage } from './worklist-page.tsx'

export const deskPages: readonly AnyPage[] = [
  worklistPage,
  findPage,
  reportsPage,
  reportFilePage,
  monitoringPage,
  monitoringCasePage,
  judgeMonitoringPage,
  claimsPage,
  decideClaimPage,
  claimProofPage,
  answersPage,
  takePage,
  putBackPage,
  revealPage,
  caseChangesPage,
  caseOwnershipPage,
  caseAffiliationsPage,
  enrollmentAffiliationsPage,
  affiliationsQueuePage,
  affiliationSearchPage,
  deskAffiliationPage,
  affiliationFindingPage,
  affiliationMoreTimePage,
  closeAffiliationsPage,
  caseSalePage,
  ownersPage,
  partyTracePage,
  screeningPage,
  dispositionPage,
  caseDocumentsPage,
  caseDocumentPage,
  caseFeePage,
  caseReassignmentsPage,
  heldReassignmentsPage,
  decideReassignmentPage,
  historyPage,
  tasksPage,
  taskPage,
  askExceptionPage,
  answerExceptionPage,
  taskPhotoPage,
  putNoticesAwayPage,
  nextPage,
  bulkPage,
  batchPage,
  keepViewPage,
  dropViewPage,
  caseRulesPage,
  tryRulesPage,
  evidencePage,
  evidenceFilePage,
  evidenceKeyPage,
  wordingsPage,
  wordingPage,
  requestPage,
  moreTimePage,
  recommendPage,
  decidePage,
  refusePage,
  deskLetterPage,
  deskLetterPdfPage,
  decisionsPage,
  overduePage,
  oneRevalidationPage,
  deskEnrollmentPage,
  prepareDecisionPage,
  decisionPage,
  issueDecisionPage,
  discardDecisionPage,
  letterWordingsPage,
  letterWordingPage,
  mailTextsPage,
  mailTextPage,
  letterSamplePage,
  policiesPage,
  policyTopicPage,
  policyKeyPage,
  policyChangePage,
  deskAppealsPage,
  deskAppealPage,
  decideAppealPage,
  deskAppealPaperPage,
]
