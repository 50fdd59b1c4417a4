/** English words of the CMS-855I: reassignments. */
import type { reassignments as section } from '#forms/cms855i/reassignments.ts'
import type { WordsFor } from '#forms/kit/words.ts'
import { addressWords } from '../shared/address.ts'

export const reassignments = {
  title: 'Who you reassign your payments to',
  intro:
    'Add each group, hospital or practitioner that bills for you. They must be enrolled too, or be applying now, and their official must sign.',
  item: { one: 'reassignment', many: 'reassignments' },
  questions: {
    to: { ask: 'Who will be paid?', options: { organization: 'An organization', individual: 'Another practitioner' } },
    legalName: { ask: 'What is their legal name?', hint: 'For an organization, as in its letter from the IRS' },
    ein: { ask: 'What is their EIN?', hint: 'Nine digits' },
    ssn: {
      ask: "What is the practitioner's Social Security number?",
      hint: 'Nine digits. Ask the practitioner for it.',
      why: 'It is the tax number that Medicare pays under. It is encrypted.',
    },
    npi: { ask: 'What is their NPI?' },
    ptan: { ask: 'What is their Medicare number (PTAN)?', hint: 'Leave empty if they do not have one yet' },
    startsOn: { ask: 'When does the reassignment start?' },
    endsOn: { ask: 'When does it end?', hint: 'Only if you are ending it' },
    ...addressWords('', {
      line1: { ask: 'Street address where you mainly see patients for them', hint: 'Not a P.O. box' },
    }),
    second: { ask: 'Is there a second place where you see patients for them?' },
    ...addressWords('second', { line1: { ask: 'Street address of the second place', hint: 'Not a P.O. box' } }),
  },
} satisfies WordsFor<typeof section>
