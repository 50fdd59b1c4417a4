/** English words of the sections that say who an organization is and how it came to Medicare. */
import type { WordsFor } from '#forms/kit/words.ts'
import type * as who from '#forms/shared/organization/identity.ts'
import type { ownershipChange as changeSection } from '#forms/shared/organization/ownership-change.ts'
import type { priorEnrollment as priorSection } from '#forms/shared/prior-enrollment.ts'

export const whereWords = {
  state: {
    ask: 'Which state is this enrollment for?',
    why: 'The state decides which Medicare contractor reviews your application.',
  },
  startsOn: {
    ask: 'When do you want to start billing Medicare?',
    hint: 'Leave empty if you are not sure. We cannot promise this date.',
  },
} as const

export const priorEnrollment = {
  title: 'Medicare before now',
  questions: {
    enrolled: {
      ask: 'Has the organization been enrolled in Medicare before?',
      hint: 'In any state, under any name or tax number',
    },
    ptan: {
      ask: 'What was its Medicare number?',
      hint: 'It is in the approval letter. Leave empty if you cannot find it.',
    },
    otherStates: { ask: 'In which states was it enrolled?' },
  },
} satisfies WordsFor<ReturnType<typeof priorSection>>

export const organization = {
  title: 'The organization',
  questions: {
    legalName: {
      ask: 'Legal business name',
      hint: 'Letter by letter as on the letter from the IRS (CP 575 or 147C)',
      why: 'The name must be the same at the IRS, in the NPI registry and here. A difference holds up many applications.',
    },
    doingBusinessAs: { ask: 'Other name it does business under', hint: 'Leave empty if there is none' },
    ein: { ask: 'Employer identification number (EIN)', hint: 'Nine digits' },
    npi: { ask: 'NPI of the organization', hint: 'Ten digits. Not the NPI of a person.' },
  },
} satisfies WordsFor<ReturnType<typeof who.identity>>

export const structure = {
  title: 'How it is set up',
  questions: {
    kind: {
      ask: 'What kind of organization is it?',
      options: {
        corporation: 'Corporation',
        llc: 'Limited liability company',
        partnership: 'Partnership',
        'sole-proprietor': 'Sole proprietor',
        government: 'Part of a government',
        other: 'Something else',
      },
    },
    otherKind: { ask: 'What kind is it?' },
    taxStatus: {
      ask: 'How is it registered with the IRS?',
      options: {
        proprietary: 'For profit',
        'non-profit': 'Non-profit',
        government: 'As part of a government',
        disregarded: 'As a disregarded entity',
      },
    },
    formedOn: { ask: 'When was it formed?' },
    formedIn: { ask: 'In which state was it formed?' },
    indianHealth: { ask: 'Is it part of the Indian Health Service or run by a tribe?' },
  },
} satisfies WordsFor<ReturnType<typeof who.structure>>

export const ownershipChange = {
  title: 'The change of ownership',
  intro: 'You buy or take over what is enrolled already. The seller reports the sale too.',
  questions: {
    sellerName: { ask: 'Legal business name of the seller' },
    sellerDoingBusinessAs: { ask: 'Name the seller does business under' },
    sellerEin: { ask: "Seller's EIN", hint: 'Nine digits' },
    sellerNpi: { ask: "Seller's NPI" },
    sellerCcn: { ask: "Seller's certification number (CCN)", hint: 'Six or ten characters' },
    on: { ask: 'When does the ownership change?' },
    acceptsAgreement: {
      ask: 'Do you take over the Medicare agreement of the seller?',
      why: 'With the agreement you also take over what is owed under it. Without it you enroll as new, and a new survey is needed.',
    },
  },
} satisfies WordsFor<ReturnType<typeof changeSection>>
