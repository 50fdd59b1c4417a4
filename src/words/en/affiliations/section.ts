/** Words of the questions about one affiliation. */
import type { affiliationSection } from '#forms/affiliations/affiliation-section.ts'
import type { WordsFor } from '#forms/kit/words.ts'

const programs = { medicare: 'Medicare', medicaid: 'Medicaid', chip: 'CHIP' } as const

export const affiliationWords: WordsFor<typeof affiliationSection> = {
  title: 'Affiliations',
  item: { one: 'affiliation', many: 'affiliations' },
  questions: {
    concerns: {
      ask: 'Who of your side has or had the affiliation?',
      options: {
        provider: 'The provider itself',
        owner: 'Somebody who owns a part of it',
        manager: 'Somebody who manages it: an officer, a director, a managing employee or organization',
      },
    },
    concernsName: { ask: 'What is the name of the owner or manager?' },
    partyKind: {
      ask: 'With whom is or was the affiliation?',
      options: { organization: 'An organization', person: 'A person' },
    },
    partyName: {
      ask: 'What is their name?',
      hint: 'The legal name, as the tax office knows it',
      why: 'We compare it with the enrollments and lists that we have. You need not know everything: an NPI or a tax number helps us to find the right one.',
    },
    partyNpi: { ask: 'Their NPI', hint: '10 digits' },
    partyEin: { ask: 'Their employer identification number (EIN)', hint: '9 digits' },
    partySsn: { ask: 'Their Social Security number', hint: '9 digits' },
    programs: { ask: 'In which program are or were they enrolled?', options: programs },
    ties: {
      ask: 'What do or did the two have to do with each other?',
      hint: 'Choose all that were so at some time in the last five years, whichever of the two owned or managed the other.',
      options: {
        ownership: 'Ownership of 5 % or more, direct or through others',
        partnership: 'A partnership, general or limited',
        control: 'Operational or managerial control, or running it from day to day',
        'officer-or-director': 'Officer or director',
        reassignment: 'Medicare payments reassigned from one to the other',
      },
    },
    percent: { ask: 'How large was the share, in percent?', hint: 'The largest in the last five years' },
    from: { ask: 'When did the affiliation begin?', hint: 'If you do not know the day, the first of the month' },
    ended: { ask: 'Has it ended?' },
    to: { ask: 'When did it end?' },
    endReason: { ask: 'Why did it end?' },
    event: {
      ask: 'What happened to them?',
      hint: 'If more than one thing happened, add another affiliation for each.',
      options: {
        'uncollected-debt': 'They owe a debt to Medicare, Medicaid or CHIP, also one that is being repaid or appealed',
        'payment-suspension': 'Payments to them were suspended under a federal health care program',
        exclusion: 'They were excluded by the OIG from Medicare, Medicaid or CHIP',
        denial: 'Their enrollment was denied',
        revocation: 'Their enrollment was revoked',
        termination: 'Their enrollment was terminated, or they left so that it would not be',
      },
    },
    eventOn: { ask: 'When did that happen?', hint: 'The date of the notice, however long ago' },
    eventReason: { ask: 'Why did it happen, as far as you know?' },
    debt: { ask: 'How much is owed?', hint: 'In dollars, as far as you know' },
    debtTo: { ask: 'To which program is it owed?', options: programs },
    repaying: { ask: 'Is it being repaid?' },
    standing: {
      ask: 'How does it stand today?',
      options: { stands: 'It stands', appealed: 'It is under appeal', over: 'It is over: paid, lifted or reversed' },
    },
  },
}
