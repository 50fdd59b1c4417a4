/**
 * The opt-out affidavit (42 CFR 405.400-405.455). There is no CMS form for it: the boxes are the sections of this
 * program's own affidavit, and the edition is that of its wording.
 */
import { birth } from '../cms855i/birth.ts'
import { correspondence } from '../cms855i/correspondence.ts'
import { licenses } from '../cms855i/credentials.ts'
import { identifiers } from '../cms855i/identifiers.ts'
import { legalName } from '../cms855i/legal-name.ts'
import { otherNames } from '../cms855i/other-names.ts'
import { enrollment } from '../cms855o/ordering.ts'
import { form, type Task } from '../kit/form.ts'
import { yesNo } from '../kit/kinds.ts'
import { onPaper } from '../kit/on-paper.ts'
import { section } from '../kit/section.ts'
import { contactPersons } from '../shared/contact-person.ts'
import { optOut, privateContracts } from './private-contracts.ts'
import { credentials, optOutSpecialty, optOutType } from './profession.ts'

export const contacts = contactPersons('contact-persons', '6')

/** One who is excluded may file all the same, and still may order nothing (42 CFR 405.425(i)). */
export const standing = section({
  id: 'standing',
  questions: { excluded: { kind: yesNo, paper: '5', sensitivity: 'internal' } },
})

export const tasksOptOut = [
  { id: 'affidavit', sections: [onPaper(enrollment, '1'), optOut] },
  {
    id: 'you',
    sections: [onPaper(legalName, '3'), onPaper(otherNames, '3'), onPaper(birth, '3'), onPaper(identifiers, '3')],
  },
  { id: 'profession', sections: [optOutSpecialty, optOutType, credentials, onPaper(licenses, '4')] },
  { id: 'contracts', sections: [privateContracts, standing] },
  { id: 'mail', sections: [onPaper(correspondence, '3')] },
  { id: 'contacts', sections: [contacts] },
] as const satisfies readonly Task[]

export const optOutAffidavit = form({ id: 'OPT-OUT', edition: '2026-01', tasks: tasksOptOut })
