/** Every page of the operator's own people: help desk, administration, audit. */
import type { AnyPage } from '#web/kit/page.ts'
import { accountPage } from './account-page.tsx'
import { allowedMethodsPage } from './allowed-methods-page.tsx'
import { auditPage } from './audit-page.tsx'
import { contractorPage, contractorsPage } from './contractor-pages.tsx'
import { helpDeskPage } from './help-desk-page.tsx'
import { lostFactorsPage } from './lost-factors-page.tsx'
import { proposalsPage } from './proposals-page.tsx'
import { settingPage, settingsPage } from './setting-pages.tsx'
import { inviteStaffPage, staffMemberPage, staffPage } from './staff-pages.tsx'
import { ticketPage } from './ticket-page.tsx'

export const staffPages: readonly AnyPage[] = [
  helpDeskPage,
  accountPage,
  lostFactorsPage,
  ticketPage,
  auditPage,
  staffPage,
  inviteStaffPage,
  staffMemberPage,
  contractorsPage,
  contractorPage,
  settingsPage,
  settingPage,
  allowedMethodsPage,
  proposalsPage,
]
