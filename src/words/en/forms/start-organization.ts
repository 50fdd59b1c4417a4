/** English words of the questions before an organization's application. */
import type { WordsFor } from '#forms/kit/words.ts'
import type { startOrganization as section } from '#forms/start-organization.ts'
import { enrollment as providerWords } from './cms855a/provider.ts'
import { enrollment as supplierWords } from './cms855b/supplier.ts'

export const startOrganization = {
  title: 'Start an application for an organization',
  questions: {
    form: {
      ask: 'What kind of organization enrolls?',
      options: {
        'CMS-855B': 'A clinic, group practice or other supplier (form CMS-855B)',
        'CMS-855A': 'A hospital, nursing facility, home health agency or other institution (form CMS-855A)',
        'CMS-20134': 'A diabetes prevention program (form CMS-20134)',
      },
    },
    supplier: supplierWords.questions.supplier,
    groupOf: supplierWords.questions.groupOf,
    provider: providerWords.questions.provider,
    state: supplierWords.questions.state,
  },
} satisfies WordsFor<typeof section>

export const startOrganizationPage = {
  intro: (name: string) =>
    `This application is for ${name}. Your answers decide which form it is and what we ask later.`,
  needList: [
    'The letter from the IRS with the legal business name and the EIN',
    'The NPI of the organization',
    'Names, birth dates and Social Security numbers of owners, officers and managers',
    'Bank account details',
    'The official who signs for it, with an account here',
  ],
} as const
