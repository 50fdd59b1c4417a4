/**
 * The CMS-855O: enrolling only to order, refer and certify (42 CFR 424.507). No fee, no payment, no reassignment.
 * The edition and the letters of boxes after 4B are unconfirmed; 7 and 8 are penalties and the signature.
 */
import { birth } from '../cms855i/birth.ts'
import { correspondence } from '../cms855i/correspondence.ts'
import { certifications, credentials, deaRegistrations, licenses } from '../cms855i/credentials.ts'
import { identifiers } from '../cms855i/identifiers.ts'
import { legalActions, legalHistory } from '../cms855i/legal-actions.ts'
import { legalName } from '../cms855i/legal-name.ts'
import { otherNames } from '../cms855i/other-names.ts'
import { school } from '../cms855i/school.ts'
import { form, type Task } from '../kit/form.ts'
import { onPaper } from '../kit/on-paper.ts'
import { contactPersons } from '../shared/contact-person.ts'
import { enrollment, graduateTraining, orderOnly } from './ordering.ts'
import { physicianSpecialty, professionalType } from './profession.ts'

export const contacts = contactPersons('contact-persons', '6')

export const tasks855o = [
  { id: 'ordering', sections: [enrollment, orderOnly, graduateTraining] },
  { id: 'you', sections: [legalName, otherNames, birth, identifiers, onPaper(school, '2B')] },
  {
    id: 'credentials',
    sections: [
      onPaper(credentials, '2C'),
      onPaper(licenses, '2C'),
      onPaper(certifications, '2C'),
      onPaper(deaRegistrations, '2C'),
    ],
  },
  { id: 'legal', sections: [legalHistory, legalActions] },
  { id: 'profession', sections: [physicianSpecialty, professionalType] },
  { id: 'mail', sections: [onPaper(correspondence, '5')] },
  { id: 'contacts', sections: [contacts] },
] as const satisfies readonly Task[]

export const cms855o = form({ id: 'CMS-855O', edition: '12/21', tasks: tasks855o })
