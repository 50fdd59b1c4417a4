/** English words of the attachment of opioid treatment programs. */
import type { WordsFor } from '#forms/kit/words.ts'
import type * as opioid from '#forms/shared/organization/opioid-treatment.ts'
import { personNameWords } from '../person-name.ts'
import { bornOnWords, ssnWords } from '../restricted.ts'

export const opioidProgram = {
  title: 'Certificate of the program',
  questions: {
    certificate: { ask: 'Number of the SAMHSA certificate' },
    certifiedOn: { ask: 'When was it given?' },
    expiresOn: { ask: 'When does it run out?' },
  },
} satisfies WordsFor<ReturnType<typeof opioid.opioidProgram>>

export const opioidPersonnel = {
  title: 'People who order or dispense drugs',
  intro: 'Add everyone who may order or dispense for the program, employed or not.',
  item: { one: 'person', many: 'people' },
  questions: {
    ...personNameWords,
    bornOn: bornOnWords,
    ssn: ssnWords,
    npi: { ask: 'NPI', hint: 'Leave empty if the person has none' },
    license: { ask: 'License number' },
    state: { ask: 'State of the license' },
    function: { ask: 'What do they do?', options: { ordering: 'Order', dispensing: 'Dispense', both: 'Both' } },
  },
} satisfies WordsFor<ReturnType<typeof opioid.opioidPersonnel>>
