/** Pages that need no account and set no cookie. */
import type { AnyPage } from '#web/kit/page.ts'
import { contactPage } from './contact-page.tsx'
import { ledgerPage } from './date-ledger/ledger-page.tsx'
import { developersPage } from './developers/developers-page.tsx'
import { dictionaryPage } from './developers/dictionary-page.tsx'
import { fhirPage } from './developers/fhir-page.tsx'
import { dataFilePage, dataPage } from './downloads/downloads-page.tsx'
import { listCsvPage, listPage } from './downloads/lists-pages.tsx'
import { formQuestionsPage, formsPage } from './forms/form-page.tsx'
import { helpPage, helpTopicPage } from './help/help-pages.tsx'
import { lookupPage } from './lookup-page.tsx'
import { facilityOwnersPage, oneFacilityPage } from './ownership/owners-pages.tsx'
import { providerPage } from './provider-page.tsx'
import { revalidationLookupPage } from './revalidation-page.tsx'
import { serviceLevelsPage } from './service-levels/service-levels-page.tsx'
import { startPage } from './start-page.tsx'

export const publicPages: readonly AnyPage[] = [
  contactPage,
  startPage,
  lookupPage,
  serviceLevelsPage,
  ledgerPage,
  revalidationLookupPage,
  providerPage,
  facilityOwnersPage,
  oneFacilityPage,
  formsPage,
  formQuestionsPage,
  helpPage,
  helpTopicPage,
  fhirPage,
  developersPage,
  dictionaryPage,
  dataPage,
  listPage,
  listCsvPage,
  dataFilePage,
]
