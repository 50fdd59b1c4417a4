/** The English catalog of the opt-out affidavit: it does not compile while something asked lacks words. */
import type { FormWordsFor } from '#forms/kit/words.ts'
import type { tasksOptOut } from '#forms/opt-out/index.ts'
import { contacts } from '../cms855i/contacts.ts'
import { licenses } from '../cms855i/credentials.ts'
import { correspondence } from '../cms855i/mail.ts'
import * as you from '../cms855i/you.ts'
import * as affidavit from './affidavit.ts'

export const optOutEn: FormWordsFor<typeof tasksOptOut> = {
  title: 'Affidavit to opt out of Medicare',
  short: 'Opt-out affidavit',
  tasks: {
    affidavit: { title: 'Say when you opt out', hint: 'Medicare pays nothing for your work while it lasts' },
    you: { title: 'Tell us who you are' },
    profession: { title: 'Say what you practice as' },
    contracts: { title: 'Confirm your private contracts' },
    mail: { title: 'Say where we write to you' },
    contacts: { title: 'Name people we may call', hint: 'You do not have to name anyone' },
  },
  sections: {
    enrollment: affidavit.enrollment,
    'opt-out': affidavit.optOut,
    'legal-name': you.legalName,
    'other-names': you.otherNames,
    birth: you.birth,
    identifiers: you.identifiers,
    'physician-specialty': affidavit.optOutSpecialty,
    'practitioner-type': affidavit.optOutType,
    credentials: affidavit.credentials,
    licenses,
    'private-contracts': affidavit.privateContracts,
    standing: affidavit.standing,
    correspondence,
    'contact-persons': contacts,
  },
}
