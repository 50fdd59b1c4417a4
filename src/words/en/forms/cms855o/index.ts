/** The English catalog of the CMS-855O: it does not compile while a task, section, question or option lacks words. */
import type { tasks855o } from '#forms/cms855o/index.ts'
import type { FormWordsFor } from '#forms/kit/words.ts'
import { contacts } from '../cms855i/contacts.ts'
import * as credentials from '../cms855i/credentials.ts'
import * as legal from '../cms855i/legal.ts'
import { correspondence } from '../cms855i/mail.ts'
import * as you from '../cms855i/you.ts'
import * as ordering from './ordering.ts'

export const cms855oEn: FormWordsFor<typeof tasks855o> = {
  title: 'Medicare enrollment to order, refer and certify only',
  short: 'CMS-855O',
  tasks: {
    ordering: { title: 'Say why you only order', hint: 'With this form you can order, but never bill' },
    you: { title: 'Tell us who you are' },
    credentials: { title: 'Add your licenses and certifications' },
    legal: { title: 'Report adverse legal actions' },
    profession: { title: 'Choose your specialty' },
    mail: { title: 'Say where we write to you' },
    contacts: { title: 'Name people we may call', hint: 'You do not have to name anyone' },
  },
  sections: {
    enrollment: ordering.enrollment,
    'order-only': ordering.orderOnly,
    'graduate-training': ordering.graduateTraining,
    'legal-name': you.legalName,
    'other-names': you.otherNames,
    birth: you.birth,
    identifiers: you.identifiers,
    school: you.school,
    credentials: credentials.credentials,
    licenses: credentials.licenses,
    certifications: credentials.certifications,
    'dea-registrations': credentials.deaRegistrations,
    'legal-history': legal.legalHistory,
    'legal-actions': legal.legalActions,
    'physician-specialty': ordering.physicianSpecialty,
    'practitioner-type': ordering.professionalType,
    correspondence,
    'contact-persons': contacts,
  },
}
