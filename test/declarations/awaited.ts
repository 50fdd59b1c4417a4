/**
 * What is declared before the page, route or file that uses it is written. The checks pass over it, and fail when
 * something listed here has arrived (or never existed), so that the lists can only become empty.
 */
export const awaitedProblems: readonly string[] = [
  ...['too-short', 'already-done', 'not-reviewed', 'file-type', 'file-empty', 'email-code-wrong', 'agreement-needed'],
  ...['signature-name', 'attestation-needed', 'document-changed', 'signer-not-named', 'preflight-open'],
  ...['preflight-stopped', 'answers-open', 'screening-open', 'reason-needed', 'disposition-needed', 'items-needed'],
  ...['same-person', 'nothing-changed', 'source-unavailable'],
]

export const awaitedNotices: readonly string[] = [
  ...['signed-out-idle', 'document-added'],
  ...['explanation-saved', 'case-taken', 'case-put-back', 'request-sent', 'answered', 'recorded', 'recommended'],
  ...['decided', 'sent-back'],
]

export const awaitedActions: readonly string[] = ['eligibility.check']

export const awaitedFiles: readonly string[] = ['README.md', 'test/journeys', 'domain/review/clocks.ts']
