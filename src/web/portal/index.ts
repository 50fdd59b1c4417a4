/** Every page of the provider's portal. */
import type { AnyPage } from '#web/kit/page.ts'
import { applicationPage } from './application-page.tsx'
import { changePage } from './change-page.tsx'
import { changesPage } from './changes-page.tsx'
import { checkPage } from './check-page.tsx'
import { dashboardPage } from './dashboard-page.tsx'
import { developmentRequestPage } from './development-request-page.tsx'
import { documentFilePage, documentSlotPage, removeDocumentPage, restoreDocumentPage } from './document-file-page.tsx'
import { documentsPage } from './documents-page.tsx'
import { enrollmentPage } from './enrollment-page.tsx'
import { inboxPage, letterPage, letterPdfPage } from './letters-page.tsx'
import { preflightPage } from './preflight-page.tsx'
import { removeItemPage, restoreItemPage } from './remove-item-page.tsx'
import { itemPage, sectionPage } from './section-page.tsx'
import { signPage } from './sign-page.tsx'
import { startPage } from './start-page.tsx'
import { submissionPdfPage, submittedPage } from './submitted-page.tsx'
import { withdrawPage } from './withdraw-page.tsx'

export const portalPages: readonly AnyPage[] = [
  dashboardPage,
  startPage,
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
  checkPage,
  changesPage,
  preflightPage,
  signPage,
  submittedPage,
  submissionPdfPage,
  developmentRequestPage,
  withdrawPage,
  enrollmentPage,
  changePage,
  inboxPage,
  letterPage,
  letterPdfPage,
]
