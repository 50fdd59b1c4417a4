/** Every mail whose text an installation can edit, by who may edit it, and what its text can name. Pure data. */

/**
 * About an account and who gets into it. Their text is the installation’s own, and no web address stands in it but those
 * that are filled in: whoever reads such a mail has to be able to trust every link of it.
 */
export const securityMails = [
  'code',
  'email-code',
  'register-code',
  'register-known',
  'register-full',
  'welcome',
  'email-confirmed',
  'email-added',
  'email-replaced',
  'email-removed',
  'new-device',
  'unlock',
  'reset-link',
  'no-account',
  'user-ids',
  'password-changed',
  'password-leaked',
  'factor-added',
  'factor-removed',
  'passkey-suspect',
  'recovery-codes-replaced',
  'support-unlock',
  'support-send-link',
  'support-send-user-id',
  'support-end-sessions',
  'support-suspend',
  'support-restore',
  'lost-factors',
  'lost-factors-canceled',
  'lost-factors-open',
  'access-set-up',
  'staff-invited',
  'role-given',
  'role-ended',
  'invitation',
  'invitation-accepted',
  'acting-role-changed',
  'acting-role-ended',
] as const
/** Not about one contractor’s case: the same for everybody. */
export const siteMails = [
  'ticket-received',
  'ticket-answered',
  'claim-made',
  'claim-objected',
  'claim-approved',
  'claim-denied',
  'succeeded',
  'surrogacy-asked',
  'surrogacy-offered',
  'surrogacy-agreed',
  'surrogacy-declined',
  'surrogacy-ended',
  'surrogacy-to-confirm',
  'packet-reminder',
  'packet-smaller',
  'file-infected',
  'digest',
  'roster-changed',
  'webhook-stopped',
  'sale-named',
  'sale-confirmed',
  'sale-disputed',
  'reassignment-asked',
  'reassignment-reminded',
  'reassignment-last-call',
  'reassignment-expired',
  'reassignment-confirmed',
  'reassignment-declined',
  'reassignment-ended',
  'reassignment-returned',
] as const
/** About a case or an enrollment of one contractor, which may have a text of its own. */
export const contractorMails = [
  'submitted',
  'answered',
  'letter-waiting',
  'development-waiting',
  'development-reminder',
  'development-more-time',
  'affiliations-asked',
  'affiliations-reminder',
  'affiliations-more-time',
  'affiliations-answered',
  'affiliations-closed',
  'affiliations-came',
  'affiliations-late',
  'filing-ends',
  'draft-warning',
  'draft-expired',
  'document-infected',
  'fee-paid',
  'fee-charged-back',
  'fee-hardship',
  'signature-asked',
  'signature-reminder',
  'signature-declined',
  'taken-up',
  'revalidation-notice',
  'revalidation-overdue',
  'development-overdue',
  'task-late',
  'appeal-due',
  'appeal-late',
  'monitoring',
  'desk-mention',
  'desk-task-given',
  'desk-task-done',
  'desk-resubmitted',
  'desk-case-given',
] as const

export const mailKinds = [...contractorMails, ...siteMails, ...securityMails] as const
export type MailKind = (typeof mailKinds)[number]

const among =
  <K extends string>(list: readonly K[]) =>
  (s: string | undefined): s is K =>
    (list as readonly (string | undefined)[]).includes(s)
export const isMailKind = among(mailKinds)
export const isSecurityMail = among(securityMails)
export const isContractorMail = among(contractorMails)

/** What a text that knows it has to say somewhere: without it nobody could do what the mail asks, or would be late. */
export const obligatory: readonly string[] = [
  'link',
  'code',
  'due',
  'lastDay',
  'untilWhen',
  'stop',
  'userId',
  'userIds',
  'minutes',
  'days',
  'added',
  'removed',
  'answer',
  'reason',
]
