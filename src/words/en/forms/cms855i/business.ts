/** English words of the CMS-855I: business. */
import type * as sections from '#forms/cms855i/business.ts'
import type { WordsFor } from '#forms/kit/words.ts'
import { actionItem, actionQuestions, anyActionWords } from '../shared/adverse-legal-action.ts'

export const business = {
  title: 'How you are paid',
  questions: {
    paidThrough: {
      ask: 'Who will Medicare pay for your services?',
      hint: 'Giving your right to be paid to a group or another practitioner is called a reassignment.',
      options: {
        'own-practice': 'My own practice',
        reassignment: 'A group, hospital or other practitioner that I work for',
        both: 'Both',
      },
    },
    structure: {
      ask: 'How is your own practice set up?',
      options: {
        'sole-proprietor': 'I practice in my own name (sole proprietor)',
        'sole-owner': 'I am the only owner of a corporation, association or LLC',
      },
      why: 'A company you own alone is enrolled here, with you. A company with other owners needs form CMS-855B.',
    },
  },
} satisfies WordsFor<typeof sections.business>

export const soleProprietor = {
  title: 'Your practice as sole proprietor',
  questions: {
    paidUnder: {
      ask: 'Under which number do you want to be paid?',
      options: { ssn: 'My Social Security number', ein: 'An Employer Identification Number (EIN)' },
      why: 'Medicare reports your payments to the IRS under this number.',
    },
    ein: {
      ask: 'What is the EIN?',
      hint: 'Nine digits, as in your letter from the IRS',
      why: 'The IRS gave this number to you as a person, so it is encrypted like your Social Security number.',
    },
    doingBusinessAs: { ask: 'What name does your practice use?', hint: 'Leave empty if it uses your own name' },
  },
} satisfies WordsFor<typeof sections.soleProprietor>

export const entity = {
  title: 'The company you own',
  questions: {
    legalName: {
      ask: 'What is its legal business name?',
      hint: 'Exactly as in the letter from the IRS, with Inc., PC or LLC',
    },
    kind: {
      ask: 'What kind of company is it?',
      options: {
        corporation: 'Professional corporation',
        association: 'Professional association',
        llc: 'Limited liability company (LLC)',
      },
    },
    taxStatus: {
      ask: 'How does the IRS see it?',
      options: {
        proprietary: 'For profit',
        'non-profit': 'Non-profit',
        disregarded: 'Disregarded: its taxes are part of mine',
      },
    },
    ein: { ask: 'What is its EIN?', hint: 'Nine digits, as in the letter from the IRS' },
    npi: { ask: "What is the company's own NPI?", hint: 'An NPI for organizations, not yours' },
    formedOn: { ask: 'When was it formed?' },
    formedIn: { ask: 'In which state?' },
  },
} satisfies WordsFor<typeof sections.entity>

export const entityLegalHistory = {
  title: 'Adverse legal actions against the company',
  questions: anyActionWords('Has a final adverse legal action ever been taken against the company?'),
} satisfies WordsFor<typeof sections.entityLegalHistory>

export const entityLegalActions = {
  title: 'Actions taken against the company',
  item: actionItem,
  questions: actionQuestions,
} satisfies WordsFor<typeof sections.entityLegalActions>
