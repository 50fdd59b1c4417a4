/** Words of everything that time makes due: the calendar, its file and mail, revalidations and their notices. */
import type { ReportableEvent } from '#domain/enrollment/reporting-deadline.ts'
import type { DigestRhythm } from '#domain/time/digest.ts'
import type { DueKind } from '#domain/time/due-item.ts'
import type { Proof, Proposal } from '#domain/time/notice-proof.ts'
import type { NoticeStage, RevalidationState } from '#domain/time/revalidation.ts'

const kinds: Readonly<Record<DueKind, string>> = {
  draft: 'Drafts',
  request: 'Requests to answer',
  review: 'With the contractor',
  revalidation: 'Revalidations',
  license: 'Licenses',
  accreditation: 'Accreditation',
  insurance: 'Insurance and bonds',
  certification: 'Certifications',
  'opt-out': 'Opt-out terms',
  report: 'Changes to report',
}
const what: Readonly<Record<DueKind, string>> = {
  draft: 'Draft is closed unless you go on with it',
  request: 'Last day to answer a request',
  review: 'The contractor’s goal to answer',
  revalidation: 'Revalidation due',
  license: 'License expires',
  accreditation: 'Accreditation expires',
  insurance: 'Insurance or bond expires',
  certification: 'Certification or registration expires',
  'opt-out': 'Opt-out term ends; it renews by itself',
  report: 'Last day to report a change',
}
const events: Readonly<Record<ReportableEvent, string>> = {
  'ownership-or-control': 'Ownership or control',
  'adverse-legal-action': 'An adverse legal action',
  'practice-location': 'A practice location',
  'general-supervision': 'General supervision of a testing facility',
  officials: 'An authorized or delegated official',
  'license-action': 'An action against a license',
  coaches: 'Coaches of diabetes prevention',
  other: 'Anything else on the record',
}
const rhythms: Readonly<Record<DigestRhythm, string>> = {
  daily: 'Every day on which something is due',
  weekly: 'Every Monday',
  off: 'Never',
}
const stages: Readonly<Record<NoticeStage, string>> = {
  first: 'First notice',
  second: 'Second notice',
  third: 'Third notice',
  last: 'Last notice',
  overdue: 'Overdue',
}
const proofWords: Readonly<Record<Proof, string>> = {
  queued: 'Not sent yet',
  bounced: 'Came back',
  sent: 'Sent, and nothing came back',
  opened: 'Opened in the portal',
}
const states: Readonly<Record<RevalidationState, string>> = {
  'not-yet': 'Nothing to do yet',
  open: 'You can send it now',
  soon: 'Due soon',
  overdue: 'Overdue',
  sent: 'Sent; the contractor is working on it',
}
const proposals: Readonly<Record<Proposal, string>> = {
  none: 'Wait: the days from the notice still run',
  'tell-again': 'Nobody could have seen a notice. Reach somebody first',
  stay: 'Propose a stay (42 CFR 424.541)',
  deactivate: 'Propose deactivation (42 CFR 424.540(a)(3))',
}

export const time = {
  kinds,
  what,
  events,
  rhythms,
  stages,
  proofs: proofWords,
  states,
  proposals,
  reports: (event: string) => `Last day to report a change: ${event.toLowerCase()}`,
  feedName: (product: string) => `${product}: due dates`,

  menu: 'Calendar',
  title: 'What is due, and when',
  intro: 'Every due date of yours and of everyone you act for, in one place.',
  empty: 'Nothing is due. New dates appear here by themselves.',
  emptyFilter: 'Nothing is due with these filters.',
  past: (n: number) => (n === 1 ? 'One date is past' : `${n} dates are past`),
  list: 'All dates',
  whose: 'Provider',
  kind: 'What',
  everyone: 'Everyone',
  everything: 'Everything',
  filter: 'Show',
  by: 'By',
  due: 'What is due',
  previous: 'Earlier month',
  next: 'Later month',
  weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  onDay: (n: number) => (n === 1 ? '1 date' : `${n} dates`),
  settingsLink: 'Mails and calendar programs',
  download: 'Download as a calendar file',
  publicLink: 'When does a provider have to revalidate?',

  settings: {
    title: 'How you are told what is due',
    back: 'Calendar',
    digestTitle: 'A mail with what is due',
    digestAsk: 'When should we write to you?',
    digestHint: 'It lists what is due in the next 60 days. When nothing is due, there is no mail.',
    save: 'Save',
    feedTitle: 'In your own calendar',
    feedIntro:
      'A secret address for Outlook, Google Calendar or Apple Calendar. Whoever has the address sees the dates and the names of the providers, so give it to nobody.',
    feedMade: (at: string) => `You made an address on ${at}. It cannot be shown again.`,
    make: 'Make an address',
    makeNew: 'Make a new address (the old one stops working)',
    end: 'Stop the address',
    onceTitle: 'Your secret address',
    once: 'Copy it now. It is not shown again.',
    address: 'Address of the calendar',
  },
  stop: {
    title: 'Stop the mails about what is due',
    intro: 'We write to you no more about due dates in one mail. Notices about a single provider still come.',
    yes: 'Stop the mails',
    done: 'The mails are stopped.',
    doneMore: 'You can start them again in the portal, under Calendar.',
  },
  notice: {
    title: 'Revalidation notice',
    toYou: (name: string) => `This notice went to ${name}.`,
  },
  revalidation: {
    title: 'Revalidation',
    back: 'Enrollment',
    whatItIs: 'Medicare asks every provider from time to time to confirm or update the whole record.',
    noneDue: 'This enrollment is not revalidated.',
    due: 'Due by',
    opens: 'Accepted from',
    state: 'Where it stands',
    cycle: (years: number) => `Every ${years} years, on the last day of a month (42 CFR 424.515)`,
    cycleTitle: 'How often',
    early: (day: string) => `It is too early. What is sent before ${day} is returned (42 CFR 424.526(a)).`,
    mayBeEarly: 'You lose nothing by being early: the next date counts from this one.',
    start: 'Start the revalidation',
    goOn: 'Go on with the draft',
    notices: 'Notices we sent',
    noNotices: 'No notice was sent yet. The first one goes out 120 days before.',
    stage: 'Notice',
    to: 'To',
    at: 'Sent',
    proof: 'What we know',
    estimate: 'A date that CMS has not published can still change.',
  },
  report: {
    title: 'Report a change in time',
    intro: 'Say what changed and when. You see until when it must be reported, and the date goes into your calendar.',
    what: 'What changed?',
    when: 'When did it change?',
    work: 'Work out the last day',
    open: 'Changes that are not reported yet',
    none: 'No change waits to be reported.',
    happened: 'Changed on',
    until: 'Report by',
    law: 'Law',
    done: 'It is reported',
    start: 'Report it now',
    shorter: 'A rule of 2026 may ask for it sooner. Report it as soon as you can.',
    link: 'Something changed?',
  },
  desk: {
    menu: 'Revalidations',
    title: 'Overdue revalidations',
    intro: 'The program proposes; a person decides. Nothing is proposed on a notice that nobody could have seen.',
    none: 'No revalidation is overdue.',
    provider: 'Provider',
    due: 'Due by',
    notices: 'Notices',
    proposal: 'Proposal',
    seenSince: (day: string) => `Somebody could see a notice since ${day}.`,
    nobody: 'Nobody could have seen a notice.',
    one: 'Revalidation of an enrollment',
    prepare: { stay: 'Prepare a stay', deactivate: 'Prepare a deactivation' },
    setTitle: 'Ask outside of the cycle',
    setIntro:
      'CMS may ask at any time (42 CFR 424.515(d)). The date replaces the one of the cycle, and notices go out.',
    setOn: 'New due date',
    setHint: 'At least 60 days from today, the last day of a month as a rule.',
    why: 'Why',
    set: 'Set the date',
    unseen:
      'Nobody could have seen a notice of this revalidation. I reached the provider in another way and decide all the same.',
  },
  members: {
    title: 'When each member has to revalidate',
    back: 'Roster',
    intro: 'Everyone who reassigns benefits to this enrollment today. One revalidation of a person covers all groups.',
    none: 'Nobody reassigns benefits to this enrollment.',
    member: 'Member',
    due: 'Due by',
    state: 'Where it stands',
    caption: 'Members by due date',
  },
  lookup: {
    title: 'When does a provider have to revalidate?',
    intro: 'Dates up to seven months ahead. Anything later is to be determined.',
    npi: 'NPI',
    find: 'Look up',
    none: 'No enrollment of this NPI has to be revalidated.',
    later: 'To be determined',
    enrollment: 'Enrollment',
    state: 'State',
    due: 'Due by',
    caption: (npi: string) => `Revalidations of NPI ${npi}`,
  },
  command: {
    about: 'What mail servers send back',
    read: 'Read a bounce (RFC 3464) from standard input and note it at the notices it is about',
    noted: (addresses: number, notices: number) => `${addresses} addresses, ${notices} notices`,
  },
  mails: {
    revalidation: (r: {
      readonly stage: NoticeStage
      readonly state: string
      readonly due: string
      readonly link: string
    }) => ({
      subject:
        r.stage === 'overdue'
          ? `Overdue: revalidate your Medicare enrollment in ${r.state}`
          : `Revalidate your Medicare enrollment in ${r.state} by ${r.due}`,
      body: `${
        r.stage === 'overdue'
          ? `Your Medicare enrollment in ${r.state} had to be revalidated by ${r.due}, and nothing was received. Billing may be stopped (42 CFR 424.540(a)(3)). It can still be sent.`
          : `Your Medicare enrollment in ${r.state} has to be revalidated by ${r.due} (42 CFR 424.515).`
      }\n\nIf nothing changed, it takes a few minutes. Start here:\n${r.link}\n\nWe write to several people of each provider.`,
    }),
    digest: (r: {
      readonly lines: readonly string[]
      readonly more: number
      readonly calendar: string
      readonly stop: string
    }) => ({
      subject: 'What is due for your Medicare enrollments',
      body: `${r.lines.map((l) => `- ${l}`).join('\n')}${r.more > 0 ? `\n- and ${r.more} more` : ''}\n\nThe calendar:\n${r.calendar}\n\nStop these mails:\n${r.stop}`,
    }),
  },
}
