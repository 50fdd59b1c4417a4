/**
 * Every reason for which the product refuses something. A code without words in every
 * language does not compile (src/words/en/problems.ts), so that nobody is told "error 17".
 */
export const problemCodes = [
  // answers to questions
  'required', 'too-long', 'too-short', 'not-an-npi', 'not-a-date', 'not-a-year', 'not-a-choice', 'not-a-number', 'not-a-percentage',
  'not-an-ssn', 'not-an-ein', 'not-a-state', 'not-a-zip', 'not-a-phone', 'not-an-email', 'not-money', 'not-yes-or-no',
  'po-box', 'date-in-future', 'date-in-past', 'date-before', 'bad-character', 'synthetic-only-in-demo', 'check-failed',
  'own-npi', 'chosen-twice', 'not-plausible',
  // requests
  'unknown-field', 'repeated-field', 'not-permitted', 'stale', 'not-editable', 'not-in-this-status', 'already-done', 'not-found',
  'form-expired', 'application-open', 'no-contractor', 'not-pinned', 'fixed-answer', 'too-many-items', 'too-few-items', 'incomplete', 'not-reviewed',
  // documents
  'file-missing', 'file-too-large', 'file-type', 'file-empty',
  // account and sign-in
  'email-code-wrong', 'code-wrong', 'app-code-wrong', 'code-expired', 'code-used-up', 'code-resend-limit', 'sign-in-wrong', 'account-locked', 'too-many-tries',
  'user-id-taken', 'user-id-shape', 'password-short', 'password-long', 'password-weak', 'password-common', 'password-context',
  'passwords-differ', 'npi-not-in-registry', 'npi-deactivated', 'npi-is-organization', 'npi-claimed', 'tax-id-mismatch',
  'method-not-allowed', 'step-up-needed', 'busy', 'agreement-needed',
  // signing and deciding
  'signature-name', 'attestation-needed', 'document-changed', 'signer-not-named', 'preflight-open', 'preflight-stopped', 'answers-open', 'screening-open', 'reason-needed',
  'disposition-needed', 'not-your-case', 'case-taken', 'items-needed', 'same-person', 'clock-still-runs', 'effective-date-impossible', 'nothing-changed',
  // files and sources
  'source-wrong-file', 'source-empty', 'source-truncated', 'source-shrunk', 'source-unavailable', 'source-mostly-unusable',
  'source-older', 'source-in-progress', 'source-no-base', 'source-no-increments',
] as const

export type ProblemCode = (typeof problemCodes)[number]
