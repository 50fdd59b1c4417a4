/** What can be filled into mails: what each placeholder stands for, and invented facts for looking at a text. */
import type { MailHole } from './index.ts'

export type { MailHole } from './index.ts'

interface Hole {
  readonly name: string
  readonly sample: string
}
export const mailHoles: Readonly<Record<MailHole, Hole>> = {
  added: { name: 'the address that was added', sample: 'new@practice.example' },
  address: { name: 'the address of their program', sample: 'https://program.example/hook' },
  agent: { name: 'the company that works for the provider', sample: 'Sample Billing LLC' },
  answer: { name: 'what the help desk answers', sample: 'You find it on your account page, under “Ways to verify”.' },
  appeal: { name: 'which appeal', sample: 'An appeal that you hear' },
  askOn: { name: 'how to ask on', sample: 'To ask on, sign in: https://portal.example/help/tickets/1' },
  by: { name: 'until when, such as “today” or “by” a day', sample: 'by December 24, 2026' },
  cases: { name: 'how many cases', sample: '3 cases' },
  claimant: { name: 'who claims to be an official', sample: 'Sam Sample' },
  code: { name: 'the code', sample: '000000' },
  contractor: { name: 'the contractor', sample: 'Sample Contractor' },
  count: { name: 'how many reassignments', sample: '2 reassignments' },
  days: { name: 'a number of days', sample: '7' },
  device: { name: 'the device', sample: 'Firefox on Windows' },
  due: { name: 'the last day', sample: 'December 24, 2026' },
  enrollment: { name: 'the enrollment ID', sample: 'I20200101000001' },
  grantor: { name: 'the provider for whom somebody acts', sample: 'Sample Clinic PC' },
  helpDesk: { name: 'the phone number of the help desk', sample: '1-800-555-0100' },
  hours: { name: 'when the help desk answers', sample: 'Monday to Friday, 8 am to 6 pm Eastern' },
  idle: { name: 'how long nobody worked on it', sample: '120 days' },
  inviter: { name: 'who invites', sample: 'Ina Inviter' },
  lastDay: {
    name: 'a sentence with the last day',
    sample: 'The last day to answer is December 24, 2026: 7 days left.',
  },
  link: { name: 'the page to open', sample: 'https://portal.example/sample' },
  list: { name: 'the list of them, one a line', sample: '- December 24, 2026: Sample Clinic PC' },
  minutes: { name: 'for how many minutes it works', sample: '10' },
  name: { name: 'the reader’s name, or who answered', sample: 'Sam Sample' },
  newCases: { name: 'how many new cases', sample: '3 new cases' },
  number: { name: 'the number of the application or request', sample: 'A0000000001' },
  organization: { name: 'the organization', sample: 'Sample Clinic PC' },
  party: { name: 'for whom they act', sample: 'Sample Clinic PC' },
  product: { name: 'the name of this portal', sample: 'OpenPECOS' },
  providers: { name: 'how many providers', sample: '4 providers' },
  reason: { name: 'the reason that somebody gave', sample: 'The reason that was given stands here.' },
  remedy: { name: 'the way of appealing', sample: 'Reconsideration' },
  removed: { name: 'the address that was removed', sample: 'old@practice.example' },
  role: { name: 'the role', sample: 'Staff end user' },
  saleDay: { name: 'the day of the sale', sample: 'December 1, 2026' },
  source: { name: 'the list that was compared', sample: 'OIG exclusions (LEIE)' },
  state: { name: 'the state', sample: 'Illinois' },
  stop: { name: 'the page that ends these mails', sample: 'https://portal.example/stop' },
  task: { name: 'the kind of task', sample: 'Site visit' },
  them: { name: '“it” or “them”', sample: 'them' },
  untilWhen: { name: 'the last day, within a sentence', sample: 'the last day is December 24, 2026: 7 days left.' },
  userId: { name: 'the user ID', sample: 'sam.sample' },
  userIds: { name: 'the user IDs', sample: 'sam.sample, sam.sample2' },
  what: { name: 'the way to verify', sample: 'Authenticator app' },
  when: { name: 'when it happened or will', sample: 'Dec 1, 2026, 12:00 PM Eastern' },
  who: { name: 'who did it', sample: 'Sample Clinic PC' },
}
