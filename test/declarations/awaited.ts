/**
 * What is declared before the page, route or file that uses it is written. The checks pass over it, and fail when
 * something listed here has arrived (or never existed), so that the lists can only become empty.
 */
export const awaitedProblems: readonly string[] = [
  ...['too-short', 'already-done', 'not-reviewed', 'email-code-wrong', 'agreement-needed'],
  ...['signer-not-named'],
  ...['source-unavailable'],
]

export const awaitedNotices: readonly string[] = [...['signed-out-idle'], ...['answered']]

export const awaitedActions: readonly string[] = ['eligibility.check']

export const awaitedFiles: readonly string[] = ['README.md']
