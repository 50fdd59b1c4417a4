/** English words of the CMS-855I: contacts. */
import type { contacts as section } from '#forms/cms855i/index.ts'
import type { WordsFor } from '#forms/kit/words.ts'
import { addressWords, mailLine } from '../shared/address.ts'

export const contacts = {
  title: 'People we may call about this application',
  intro: 'If you add no one, we will ask you.',
  item: { one: 'contact person', many: 'contact persons' },
  questions: {
    first: { ask: 'First name' },
    last: { ask: 'Last name' },
    relation: {
      ask: 'How do they work with you?',
      options: {
        staff: 'They work in my practice',
        credentialing: 'They handle enrollment for me',
        'billing-agency': 'They work for my billing agency',
        lawyer: 'They are my lawyer',
        other: 'In another way',
      },
    },
    phone: { ask: 'Phone number' },
    email: { ask: 'E-mail address' },
    ...addressWords('', mailLine),
  },
} satisfies WordsFor<typeof section>
