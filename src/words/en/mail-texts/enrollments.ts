/** The texts of mails about what is enrolled: what is due, reassignments, sales, rosters, programs. */
export const enrollmentTexts = {
  'taken-up': {
    name: 'A revalidation that came early is taken up',
    subject: 'Your revalidation is taken up',
    body: 'The revalidation that you sent early is taken up today, as it was said. Nothing is needed from you.\n\n{link}\n',
  },
  'revalidation-notice': {
    name: 'A revalidation is due',
    subject: 'Revalidate your Medicare enrollment in {state} by {due}',
    body: 'Your Medicare enrollment in {state} has to be revalidated by {due} (42 CFR 424.515).\n\nIf nothing changed, it takes a few minutes. Start here:\n{link}\n\nWe write to several people of each provider.',
  },
  'revalidation-overdue': {
    name: 'A revalidation is overdue',
    subject: 'Overdue: revalidate your Medicare enrollment in {state}',
    body: 'Your Medicare enrollment in {state} had to be revalidated by {due}, and nothing was received. Billing may be stopped (42 CFR 424.540(a)(3)). It can still be sent.\n\nIf nothing changed, it takes a few minutes. Start here:\n{link}\n\nWe write to several people of each provider.',
  },
  digest: {
    name: 'What is due, weekly',
    subject: 'What is due for your Medicare enrollments',
    body: '{list}\n\nThe calendar:\n{link}\n\nStop these mails:\n{stop}',
  },
  'roster-changed': {
    name: 'A roster that is watched changed',
    subject: '{providers} changed in a roster that you watch',
    body: 'Something changed for {providers} of a roster that you watch.\n\nSee what changed here:\n{link}\n\nYou get this mail because the roster is yours, or of a provider or organization for which you act. To end the watch for everybody, remove it on that page.',
  },
  'webhook-stopped': {
    name: 'A webhook stopped',
    subject: 'A webhook stopped',
    body: 'Your address {address} did not take our messages for three days, so we stopped sending.\n\nNothing is lost. When it works again, go on here:\n{link}',
  },
  'sale-named': {
    name: 'A buyer names an enrollment',
    subject: 'Somebody says to have bought the enrollment {enrollment}',
    body: 'A buyer says that it takes the enrollment {enrollment} over on {saleDay}.\n\nSay whether that is so, and file your part as the seller:\n{link}\n',
  },
  'sale-confirmed': {
    name: 'A seller confirms a sale',
    subject: 'The seller confirms the sale of {enrollment}',
    body: 'The seller confirmed it and has begun its own filing.\n\nThe sale:\n{link}\n',
  },
  'sale-disputed': {
    name: 'A seller disputes a sale',
    subject: 'The seller says that the sale of {enrollment} is not so',
    body: 'The seller wrote:\n{reason}\n\nThe sale:\n{link}\n',
  },
  'reassignment-asked': {
    name: 'Reassignments to sign',
    subject: '{count} to sign',
    body: 'A reassignment of Medicare benefits was proposed with:\n\n{list}\n\nNo claim is payable under it before both sides have signed. Read and sign all or some of them on one page, or decline:\n\n{link}\n',
  },
  'reassignment-reminded': {
    name: 'Reassignments to sign: reminder',
    subject: 'Still to sign: {count}',
    body: 'These reassignments are still waiting for a signature, yours or the other side’s. Until then no claim is payable under them:\n\n{list}\n\nYours are on one page:\n\n{link}\n',
  },
  'reassignment-last-call': {
    name: 'Reassignments to sign: last days',
    subject: 'Last days to sign: {count}',
    body: 'These reassignments still miss a signature, yours or the other side’s. They can be signed until {due}; then they are over and have to be proposed again:\n\n{list}\n\nUntil both have signed, claims under them are denied.\n\n{link}\n',
  },
  'reassignment-expired': {
    name: 'Reassignments that were not signed',
    subject: 'Over without a signature: {count}',
    body: 'These reassignments were not signed by both sides in time, and are over:\n\n{list}\n\nNothing is on record, and no claim is payable under them. Either side can propose them again:\n\n{link}\n',
  },
  'reassignment-confirmed': {
    name: 'Reassignments confirmed',
    subject: '{count} confirmed',
    body: 'Both sides signed, and it is on record, with:\n\n{list}\n\nFrom which day claims are payable:\n\n{link}\n',
  },
  'reassignment-declined': {
    name: 'A reassignment was declined',
    subject: '{who} declined a reassignment',
    body: '{who} did not agree to the reassignment. The reason given:\n\n  {reason}\n\nNothing is on record, and no claim is payable under it.\n\n{link}\n',
  },
  'reassignment-ended': {
    name: 'A reassignment was ended',
    subject: '{who} ended a reassignment',
    body: '{who} ended the reassignment. Its last day is {due}: services after it are not payable to the group. The reason given:\n\n  {reason}\n\n{link}\n',
  },
  'reassignment-returned': {
    name: 'A reassignment was sent back',
    subject: 'A reassignment was sent back',
    body: 'The contractor sent back the reassignment with:\n\n{list}\n\nThe reason:\n\n  {reason}\n\nNothing is on record, and no claim is payable under it.\n\n{link}\n',
  },
} as const
