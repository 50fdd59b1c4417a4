/**
 * What is declared before the page, route or file that uses it is written. The checks pass over it, and fail when
 * something listed here has arrived (or never existed), so that the lists can only become empty.
 */
export const awaitedProblems: readonly string[] = []

export const awaitedNotices: readonly string[] = []

export const awaitedActions: readonly string[] = []

export const awaitedFiles: readonly string[] = []
