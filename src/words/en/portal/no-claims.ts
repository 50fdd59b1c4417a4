/** What the owner of an enrollment reads when no claim came for months. */
export const noClaims = {
  label: 'No claims for months',
  lastOn: (d: string) => `No claim since ${d}.`,
  noneSince: (d: string) => `We know of no claim since ${d}.`,
  mayStopAfter: (d: string, months: number) =>
    `Billing may be stopped after ${d}, when ${months} whole calendar months have passed without one (42 CFR 424.540(a)(1)).`,
  mayBeStopped: (months: number) =>
    `${months} whole calendar months have passed without one, so billing may be stopped at any time (42 CFR 424.540(a)(1)). A letter would tell you before.`,
  bill: (asOf: string) =>
    `If you see Medicare patients, send a claim before that day. We know of claims received until ${asOf}; one that you sent later counts all the same.`,
  notForAll: 'If you only order and certify, ask for an enrollment for that (CMS-855O): it needs no claims.',
  endIt: 'If you no longer bill Medicare, end the enrollment yourself',
  meanwhile:
    'Whoever is deactivated can be enrolled again, but nothing is paid for services from the days between. It is no revocation and bars nobody.',
  ordering: {
    label: 'Named on no claim for months',
    lastOn: (d: string) => `No claim names you since ${d}.`,
    noneSince: (d: string) => `We know of no claim that names you since ${d}.`,
    mayStopAfter: (d: string, months: number) =>
      `Your right to order and certify may be stopped after ${d}, when ${months} whole calendar months have passed without one (42 CFR 424.547(a)).`,
    mayBeStopped: (months: number) =>
      `${months} whole calendar months have passed without one, so your right to order and certify may be stopped at any time (42 CFR 424.547(a)). A letter would tell you before.`,
    bill: (asOf: string) =>
      `If you still order, refer or certify, nothing has to be sent: the claim of whoever you ordered from names you. We know of claims received until ${asOf}. Ask them whether your NPI is on it.`,
    meanwhile: 'Whoever is stopped can have the right back by certifying the record again (42 CFR 424.547(b)).',
    endIt: 'If you no longer order, end the enrollment yourself',
    need: 'A claim must name you, or ordering may be stopped',
  },
  need: 'Send a claim, or billing may be stopped',
  needDetail: (since: string, by: string) => `${since} Last day: ${by}.`,
}
