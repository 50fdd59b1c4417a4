/** Every page of the provider's portal. */
import type { AnyPage } from '#web/kit/page.ts'
import { affiliationItemPage } from './affiliations/item-page.tsx'
import { removeAffiliationPage, restoreAffiliationPage } from './affiliations/remove-pages.tsx'
import { affiliationRequestPage } from './affiliations/request-page.tsx'
import { signAffiliationsPage } from './affiliations/sign-page.tsx'
import { appealPage, appealPapersPage, appealsPage, withdrawAppealPage } from './appeals/appeal-pages.tsx'
import { fileAppealPage } from './appeals/file-appeal-page.tsx'
import { appealPaperPage } from './appeals/papers.tsx'
import { applicationPage } from './application/application-page.tsx'
import { changesPage } from './application/changes-page.tsx'
import { checkPage } from './application/check-page.tsx'
import { developmentRequestPage } from './application/development-request-page.tsx'
import { preflightPage } from './application/preflight-page.tsx'
import { removeItemPage, restoreItemPage } from './application/remove-item-page.tsx'
import { itemPage, sectionPage } from './application/section-page.tsx'
import { withdrawPage } from './application/withdraw-page.tsx'
import { changePage } from './beginning/change-page.tsx'
import { startPage } from './beginning/start-page.tsx'
import { calendarFilePage, calendarPage } from './calendar/calendar-page.tsx'
import { memberDuesPage } from './calendar/member-dues-page.tsx'
import { calendarFeedPage, stopDigestPage } from './calendar/open-pages.tsx'
import { reportPage } from './calendar/report-page.tsx'
import { noticePage, revalidationPage } from './calendar/revalidation-page.tsx'
import { calendarSettingsPage, endFeedPage, makeFeedPage } from './calendar/settings-page.tsx'
import { claimAckPage, claimBusinessPage, claimCsvPage, forgetCheckPage } from './claim-check/download-pages.ts'
import { claimCheckPage, claimSamplePage } from './claim-check/upload-page.tsx'
import { endProgramPage, programPage, revokeKeyPage, rotateKeyPage } from './clients/program-page.tsx'
import { programsPage } from './clients/programs-page.tsx'
import { removeWebhookPage, replayWebhookPage, webhookPage, webhookSecretPage } from './clients/webhook-page.tsx'
import { webhooksPage } from './clients/webhooks-page.tsx'
import { dashboardPage } from './dashboard-page.tsx'
import { actingPage } from './delegation/acting-page.tsx'
import { askSurrogacyPage, offerSurrogacyPage } from './delegation/agree-surrogacy-pages.tsx'
import { claimPage, newClaimPage, objectionPage } from './delegation/claim-pages.tsx'
import { cancelInvitationPage, invitePage, resendInvitationPage } from './delegation/invite-page.tsx'
import { memberPage } from './delegation/member-page.tsx'
import { agreeSurrogacyPage, oneSurrogacyPage } from './delegation/one-surrogacy-page.tsx'
import { peopleIndexPage, peoplePage } from './delegation/people-page.tsx'
import { signingPage } from './delegation/signing-page.tsx'
import { surrogacyPage } from './delegation/surrogacy-pages.tsx'
import {
  documentFilePage,
  documentSlotPage,
  removeDocumentPage,
  restoreDocumentPage,
  reuseDocumentPage,
} from './documents/document-file-page.tsx'
import { documentsPage } from './documents/documents-page.tsx'
import { bringInPage, editionPage } from './drafts/bring-in-page.tsx'
import { draftJsonPage, draftPdfPage } from './drafts/keep-pages.ts'
import { earlyRevalidationPage } from './early-revalidation/early-page.tsx'
import { enrollmentPage } from './enrollment-page.tsx'
import { enrollmentsCsvPage, enrollmentsPage } from './enrollments/enrollments-page.tsx'
import { feePage, payFeePage, refundPage } from './fee/fee-page.tsx'
import { hardshipPage } from './fee/hardship-page.tsx'
import { receiptPage } from './fee/receipt-page.tsx'
import { feeReturnPage } from './fee/return-page.tsx'
import { inboxPage, letterPage, letterPdfPage } from './letters/letters-page.tsx'
import { startOrganizationPage } from './organization/start-organization-page.tsx'
import { draftOwnershipPage } from './ownership/draft-page.tsx'
import { importOwnersPage } from './ownership/import-page.tsx'
import { recordOwnershipPage } from './ownership/record-page.tsx'
import { packetPage, remindPacketPage } from './packets/packet-page.tsx'
import { packetSignPage } from './packets/packet-sign-page.tsx'
import { takeOutPage } from './packets/take-out-page.tsx'
import { confirmPage } from './reasons/confirm-page.tsx'
import { reasonsPage } from './reasons/reasons-page.tsx'
import { applicationReassignmentsPage } from './reassignments/application-page.tsx'
import { rosterFileCsvPage, rosterFilePage } from './reassignments/batch-page.tsx'
import { endReassignmentPage } from './reassignments/end-page.tsx'
import { membersCsvPage, membersPage, remindSignersPage } from './reassignments/members-page.tsx'
import { declineReassignmentPage, reassignmentPage } from './reassignments/one-page.tsx'
import { partyRosterPage, partySamplePage } from './reassignments/party-roster-page.tsx'
import { proposeReassignmentPage } from './reassignments/propose-page.tsx'
import { signReassignmentsPage } from './reassignments/sign-page.tsx'
import { sampleRosterPage, uploadMembersPage } from './reassignments/upload-page.tsx'
import { recordChangedPage } from './reconcile/record-changed-page.tsx'
import { recordHistoryPage } from './record-history/history-page.tsx'
import { rostersPage } from './roster/list-page.tsx'
import { giveRosterPage, removeRosterPage, rosterAnswersPage, watchedRosterPage } from './roster/roster-page.tsx'
import { declineSignaturePage } from './signatures/decline-page.tsx'
import { signPage } from './signatures/sign-page.tsx'
import { askSignaturePage, signersPage } from './signatures/signers-page.tsx'
import { submissionPdfPage, submittedPage } from './signatures/submitted-page.tsx'
import { situationPage } from './situations/situation-page.tsx'
import { situationsPage } from './situations/situations-page.tsx'
import { answerSalePage } from './transfers/answer-page.tsx'
import { buyPage } from './transfers/buy-page.tsx'
import { applicationSalePage } from './transfers/sale-page.tsx'

export const portalPages: readonly AnyPage[] = [
  dashboardPage,
  startPage,
  startOrganizationPage,
  applicationPage,
  sectionPage,
  itemPage,
  removeItemPage,
  restoreItemPage,
  documentsPage,
  documentSlotPage,
  documentFilePage,
  removeDocumentPage,
  restoreDocumentPage,
  reuseDocumentPage,
  checkPage,
  changesPage,
  preflightPage,
  bringInPage,
  editionPage,
  draftPdfPage,
  draftJsonPage,
  feePage,
  payFeePage,
  refundPage,
  hardshipPage,
  receiptPage,
  feeReturnPage,
  signPage,
  signersPage,
  askSignaturePage,
  declineSignaturePage,
  submittedPage,
  submissionPdfPage,
  developmentRequestPage,
  withdrawPage,
  earlyRevalidationPage,
  enrollmentPage,
  enrollmentsPage,
  enrollmentsCsvPage,
  recordHistoryPage,
  recordOwnershipPage,
  draftOwnershipPage,
  importOwnersPage,
  changePage,
  situationsPage,
  situationPage,
  buyPage,
  applicationSalePage,
  answerSalePage,
  packetPage,
  packetSignPage,
  remindPacketPage,
  takeOutPage,
  recordChangedPage,
  reasonsPage,
  confirmPage,
  calendarPage,
  calendarFilePage,
  calendarSettingsPage,
  makeFeedPage,
  endFeedPage,
  calendarFeedPage,
  stopDigestPage,
  revalidationPage,
  noticePage,
  reportPage,
  memberDuesPage,
  inboxPage,
  letterPage,
  letterPdfPage,
  affiliationRequestPage,
  affiliationItemPage,
  removeAffiliationPage,
  restoreAffiliationPage,
  signAffiliationsPage,
  fileAppealPage,
  appealsPage,
  appealPage,
  appealPapersPage,
  appealPaperPage,
  withdrawAppealPage,
  actingPage,
  peopleIndexPage,
  peoplePage,
  invitePage,
  resendInvitationPage,
  cancelInvitationPage,
  memberPage,
  signingPage,
  surrogacyPage,
  askSurrogacyPage,
  offerSurrogacyPage,
  agreeSurrogacyPage,
  oneSurrogacyPage,
  membersPage,
  membersCsvPage,
  remindSignersPage,
  uploadMembersPage,
  partyRosterPage,
  partySamplePage,
  sampleRosterPage,
  rosterFilePage,
  rosterFileCsvPage,
  proposeReassignmentPage,
  applicationReassignmentsPage,
  signReassignmentsPage,
  reassignmentPage,
  declineReassignmentPage,
  endReassignmentPage,
  newClaimPage,
  claimPage,
  objectionPage,
  claimCheckPage,
  claimSamplePage,
  claimCsvPage,
  claimAckPage,
  claimBusinessPage,
  forgetCheckPage,
  rostersPage,
  watchedRosterPage,
  rosterAnswersPage,
  giveRosterPage,
  removeRosterPage,
  programsPage,
  programPage,
  rotateKeyPage,
  revokeKeyPage,
  endProgramPage,
  webhooksPage,
  webhookPage,
  replayWebhookPage,
  webhookSecretPage,
  removeWebhookPage,
]
