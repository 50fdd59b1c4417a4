/** All pages about accounts: creating one, signing in, recovering, managing it. */
import type { AnyPage } from '#web/kit/page.ts'
import { confirmIdentityPage, continuePage } from './confirm-identity-pages.tsx'
import { cancelRecoveryPage } from './help/cancel-recovery-page.tsx'
import { ownTicketPage, ownTicketsPage } from './help/own-tickets-pages.tsx'
import { setUpAccessPage } from './help/set-up-access-page.tsx'
import { invitationPage } from './invitation/invitation-pages.tsx'
import { addAppPage } from './methods/add-app-page.tsx'
import { addPhoneCodePage, addPhonePage } from './methods/add-phone-pages.tsx'
import { changePasswordPage } from './methods/change-password-page.tsx'
import { chooseMethodPage } from './methods/choose-method-page.tsx'
import { recoveryCodesFilePage, recoveryCodesPage, renewRecoveryCodesPage } from './methods/recovery-codes-pages.tsx'
import { removeFactorPage } from './methods/remove-factor-page.tsx'
import { renameMethodPage } from './methods/rename-method-page.tsx'
import { securityPage } from './methods/security-page.tsx'
import { addPasskeyPage, newPasskeyOptionsPage } from './passkeys/add-passkey-pages.tsx'
import { passkeyOptionsPage, passkeySignInPage } from './passkeys/sign-in-passkey-pages.tsx'
import {
  forgotPasswordCodePage,
  forgotPasswordPage,
  forgotPasswordSentPage,
  forgotUserIdPage,
  forgotUserIdSentPage,
} from './recovery-pages.tsx'
import { registerConfirmPage, registerPasskeyOptionsPage } from './registration/register-confirm-page.tsx'
import { registerPracticePage } from './registration/register-practice-page.tsx'
import { registerCodePage, registerPage } from './registration/register-start-pages.tsx'
import { registerVerificationPage } from './registration/register-verification-page.tsx'
import { registerNpiPage, registerUserIdPage } from './registration/register-who-pages.tsx'
import { resetPasswordPage } from './reset-password-page.tsx'
import { activityDownloadPage, activityPage } from './safety/activity-pages.tsx'
import { changeEmailCodePage, changeEmailPage } from './safety/email-pages.tsx'
import { notMePage } from './safety/not-me-page.tsx'
import { removeEmailPage } from './safety/remove-email-page.tsx'
import { keepTypedPage, restoredPage } from './safety/restore-pages.tsx'
import { endSessionsPage, extendSessionPage, signOutPage } from './session-pages.tsx'
import { signInPage } from './sign-in-page.tsx'
import { staffBackPage, staffGoPage, staffSignInPage } from './staff/staff-sign-in-pages.tsx'
import { unlockPage } from './unlock-page.tsx'
import { verifyPage } from './verify-page.tsx'

export const accountPages: readonly AnyPage[] = [
  cancelRecoveryPage,
  setUpAccessPage,
  ownTicketsPage,
  ownTicketPage,
  invitationPage,
  registerPage,
  registerCodePage,
  registerNpiPage,
  registerUserIdPage,
  registerPracticePage,
  registerVerificationPage,
  registerConfirmPage,
  registerPasskeyOptionsPage,
  signInPage,
  staffSignInPage,
  staffGoPage,
  staffBackPage,
  verifyPage,
  passkeySignInPage,
  passkeyOptionsPage,
  forgotPasswordPage,
  forgotPasswordSentPage,
  forgotPasswordCodePage,
  resetPasswordPage,
  forgotUserIdPage,
  forgotUserIdSentPage,
  unlockPage,
  notMePage,
  keepTypedPage,
  restoredPage,
  activityPage,
  activityDownloadPage,
  changeEmailPage,
  changeEmailCodePage,
  removeEmailPage,
  signOutPage,
  extendSessionPage,
  confirmIdentityPage,
  continuePage,
  securityPage,
  changePasswordPage,
  chooseMethodPage,
  addPasskeyPage,
  newPasskeyOptionsPage,
  addAppPage,
  addPhonePage,
  addPhoneCodePage,
  renameMethodPage,
  removeFactorPage,
  recoveryCodesPage,
  recoveryCodesFilePage,
  renewRecoveryCodesPage,
  endSessionsPage,
]
