/** English words of the CMS-855I: mail. */
import type {
  correspondence as mailSection,
  recordsCorrespondence as recordsSection,
} from '#forms/cms855i/correspondence.ts'
import type { WordsFor } from '#forms/kit/words.ts'
import { addressWords, mailLine } from '../shared/address.ts'

export const correspondence = {
  title: 'Where we write to you',
  intro:
    'We must be able to reach you directly. This cannot be the address of a billing agency or a management company.',
  questions: {
    attention: { ask: 'Attention', hint: 'A person or department, if mail needs one' },
    ...addressWords('', mailLine),
    phone: { ask: 'Phone number' },
    fax: { ask: 'Fax number' },
    email: { ask: 'E-mail address', why: 'We send notices here. The mails never hold private details.' },
  },
} satisfies WordsFor<typeof mailSection>

export const recordsCorrespondence = {
  title: 'Where we ask for medical records',
  questions: {
    same: { ask: 'May requests for medical records go to the same address?' },
    attention: { ask: 'Attention', hint: 'A person or department, if mail needs one' },
    ...addressWords('', mailLine),
    phone: { ask: 'Phone number' },
    email: { ask: 'E-mail address' },
  },
} satisfies WordsFor<typeof recordsSection>
