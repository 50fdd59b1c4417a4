/** English words of sales: naming what was bought, the seller's side, both beside one another at the desk. */

import type { Agreement, SaidTwice, SellerAnswer } from '#domain/ownership/transfer.ts'
import type { MajorityException, MajorityFinding } from '#domain/screening/majority-ownership.ts'
import { worded } from './mail-texts/index.ts'

const findings: Readonly<Record<MajorityFinding['because'], string>> = {
  'not-this-type': 'The 36-month rule does not cover this type of provider.',
  'not-a-majority': 'Not more than half is sold, so the 36-month rule does not apply.',
  'after-36-months': 'More than 36 months have passed since it enrolled or was last sold, so its privileges can pass.',
  exception: 'The buyer names an exception to the 36-month rule. The contractor checks it.',
  'within-36-months':
    'It enrolled or was last sold less than 36 months ago. Its agreement and its billing privileges do not pass. The buyer enrolls as new, with a survey or accreditation.',
}

const exceptions: Readonly<Record<MajorityException, string>> = {
  'two-full-cost-reports': 'It filed full cost reports for two years in a row since then',
  'internal-restructuring': 'A parent company only restructures itself',
  'business-form-only': 'Only the form of the business changes; the owners stay',
  'death-of-owner': 'An owner died',
}

const agreements: Readonly<Record<Agreement | 'none', string>> = {
  accepted: 'The buyer takes it over, with its past',
  refused: 'The buyer does not take it over, and starts anew',
  none: 'There is none',
}

const what: Readonly<Record<SaidTwice['what'], string>> = {
  on: 'Day of the sale',
  agreement: 'Provider agreement',
  'buyer-npi': 'NPI of the buyer',
  'seller-npi': 'NPI of the seller',
  number: 'Medicare number that is sold',
}

export const transfers = {
  findings,
  exceptions,
  agreements,
  what,
  buy: {
    title: 'What did you buy?',
    link: 'We hold no enrollment for it yet: name the seller’s',
    intro:
      'Name the enrollment of the old owner. We begin your application with what is on record, and ask the old owner to file their part.',
    forWhom: 'Which of your organizations bought it?',
    noOrganization: 'You act for no organization yet. Add the one that bought it first.',
    addOrganization: 'Add an organization',
    number: 'NPI, CCN, PTAN or enrollment ID of what you bought',
    numberHint: 'The CCN is the Medicare number of the facility, like 14-5977. The old owner knows it.',
    saleOn: 'On which day does the sale take effect?',
    saleOnHint: (days: number) => `An application that comes more than ${days} days before it is returned.`,
    agreement: 'Do you take over the provider agreement?',
    agreementWhy:
      'If you take it over, you keep the number, and you also owe what the old owner owes Medicare (42 CFR 489.18(d)). If not, you enroll as new: with a fee, a survey and a new number, and without payment until then.',
    exception: 'Does one of these apply?',
    exceptionNone: 'None of these',
    exceptionHint: 'Only for a home health agency, a hospice or an equipment supplier.',
    understood: 'I have read this. We enroll as new.',
    stopTitle: 'The agreement does not pass: 36-month rule',
    stop: (name: string, day: string) =>
      `${name} enrolled, or was sold, less than 36 months before this sale. Its billing privileges do not pass to you (42 CFR 424.550(b)). You must enroll as new and be surveyed or accredited. They would pass in a sale from ${day} on.`,
    button: 'Begin',
  },
  sale: {
    title: 'The sale',
    back: 'Application',
    link: 'The sale, and what the other side does',
    none: 'No sale is tied to this application.',
    caption: 'The sale',
    buyer: 'Buyer',
    seller: 'Seller',
    party: (name: string, npi: string) => `${name}, NPI ${npi}`,
    enrollment: 'Enrollment that is sold',
    on: 'Takes effect',
    agreement: 'Provider agreement',
    rule: '36-month rule',
    exception: 'Exception named',
    buyerFiling: 'The buyer’s filing',
    sellerFiling: 'The seller’s filing',
    filing: (status: string, tracking: string | undefined) => (tracking ? `${status}, ${tracking}` : status),
    noFiling: 'Not begun',
    sellerSays: 'The seller says',
    answers: { confirmed: 'It is so', disputed: 'It is not so' } satisfies Record<SellerAnswer, string>,
    notYet: 'Nothing yet. We wrote to them.',
    disputed:
      'The seller says that this sale is not so. Talk to them first. You can file all the same: send the bill of sale or the agreement with your application. The contractor hears both sides before it decides, which takes longer.',
    otherwise:
      'The contractor looks at both filings together. Without the seller’s filing it asks the seller, and your application can take longer.',
    number: {
      carries: 'You keep the certification number. It goes on under your new enrollment from the day of the sale.',
      fresh: 'You get a new certification number. The old one ends with the seller.',
    },
  },
  answer: {
    title: (id: string) => `Was ${id} sold?`,
    intro: (buyer: string, npi: string, day: string) =>
      `${buyer} (NPI ${npi}) says it takes this enrollment over on ${day}. The old owner has to report a sale too (42 CFR 489.18).`,
    none: 'Nobody says to have bought this enrollment.',
    ends: 'When your filing is approved, this enrollment ends on the day before the sale.',
    confirm: 'It is so: begin our filing',
    dispute: 'It is not so',
    said: 'What is not right?',
    saidHint: 'Needed only when it is not so. The buyer and the contractor read it.',
    answered: (what: string, when: string) => `Your answer, ${when}: ${what}.`,
    later: 'The buyer and the contractor read this. If it turns out to be so after all, file your part:',
    fileAfterAll: 'Report the sale as the seller',
    openFiling: 'Open our filing',
    need: (id: string) => `Somebody says to have bought ${id}`,
    needDetail: (buyer: string) => `${buyer}. Say whether it is so, and file your part.`,
  },
  desk: {
    none: 'No sale is tied to this case.',
    caption: 'What each side says',
    thing: 'About',
    buyer: 'The buyer says',
    seller: 'The seller says',
    silent: 'Nothing yet',
    differs: 'Differs',
    open: 'Open the case',
    elsewhere: 'With another contractor, or not submitted',
    disputed: (why: string) => `The seller says that this sale is not so: ${why}`,
    record: 'On approval',
    effects: {
      carries: (enrollment: string, day: string) =>
        `The buyer’s application opens a new enrollment from ${day} with the same certification number. The seller’s filing ends ${enrollment} on the day before.`,
      fresh: (enrollment: string) =>
        `Nothing passes: the buyer is enrolled as new, with another certification number, from the day of its survey or accreditation. The seller’s filing ends ${enrollment}.`,
    },
    stillOpen: (enrollment: string) =>
      `The seller has not filed: ${enrollment} stays open after the buyer’s approval. Write to the seller, or prepare a decision on the enrollment.`,
  },
  mails: {
    named: (enrollment: string, day: string, link: string) => worded('sale-named', { enrollment, saleDay: day, link }),
    answered: (answer: SellerAnswer, enrollment: string, why: string, link: string) =>
      answer === 'confirmed'
        ? worded('sale-confirmed', { enrollment, link })
        : worded('sale-disputed', { enrollment, reason: why, link }),
  },
}
