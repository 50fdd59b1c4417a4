/** Mails about reassignments: one for each signer, however many it is about. */

const MOST_NAMED = 10
/** "Elm Street Clinic PC" or a list of at most ten. */
const named = (names: readonly string[]): string => {
  const list = [...new Set(names)]
  const more = list.length - MOST_NAMED
  return [...list.slice(0, MOST_NAMED).map((n) => `  ${n}`), ...(more > 0 ? [`  and ${more} more`] : [])].join('\n')
}
const many = (n: number): string => (n === 1 ? '1 reassignment' : `${n} reassignments`)

export const reassignmentMails = {
  asked: (names: readonly string[], link: string) => ({
    subject: `${many(names.length)} to sign`,
    body: `A reassignment of Medicare benefits was proposed with:\n\n${named(names)}\n\nNo claim is payable under it before both sides have signed. Read and sign all or some of them on one page, or decline:\n\n${link}\n`,
  }),
  reminded: (names: readonly string[], link: string) => ({
    subject: `Still to sign: ${many(names.length)}`,
    body: `These reassignments are still waiting for a signature, yours or the other side’s. Until then no claim is payable under them:\n\n${named(names)}\n\nYours are on one page:\n\n${link}\n`,
  }),
  lastCall: (names: readonly string[], day: string, link: string) => ({
    subject: `Last days to sign: ${many(names.length)}`,
    body: `These reassignments still miss a signature, yours or the other side’s. They can be signed until ${day}; then they are over and have to be proposed again:\n\n${named(names)}\n\nUntil both have signed, claims under them are denied.\n\n${link}\n`,
  }),
  expired: (names: readonly string[], link: string) => ({
    subject: `Over without a signature: ${many(names.length)}`,
    body: `These reassignments were not signed by both sides in time, and are over:\n\n${named(names)}\n\nNothing is on record, and no claim is payable under them. Either side can propose them again:\n\n${link}\n`,
  }),
  confirmed: (names: readonly string[], link: string) => ({
    subject: `${many(names.length)} confirmed`,
    body: `Both sides signed, and it is on record, with:\n\n${named(names)}\n\nFrom which day claims are payable:\n\n${link}\n`,
  }),
  declined: (who: string, reason: string, link: string) => ({
    subject: `${who} declined a reassignment`,
    body: `${who} did not agree to the reassignment. The reason given:\n\n  ${reason}\n\nNothing is on record, and no claim is payable under it.\n\n${link}\n`,
  }),
  ended: (who: string, day: string, reason: string, link: string) => ({
    subject: `${who} ended a reassignment`,
    body: `${who} ended the reassignment. Its last day is ${day}: services after it are not payable to the group. The reason given:\n\n  ${reason}\n\n${link}\n`,
  }),
  returned: (names: readonly string[], reason: string, link: string) => ({
    subject: 'A reassignment was sent back',
    body: `The contractor sent back the reassignment with:\n\n${named(names)}\n\nThe reason:\n\n  ${reason}\n\nNothing is on record, and no claim is payable under it.\n\n${link}\n`,
  }),
}
