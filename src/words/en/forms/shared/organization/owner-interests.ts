/** English words of who owns the owners. */
import type { WordsFor } from '#forms/kit/words.ts'
import type * as own from '#forms/shared/organization/owner-interests.ts'

export const ownerInterests = {
  title: 'Who owns the owners',
  intro:
    'Add who owns or runs the organizations that you named, and who owns those, as far up as it goes. We draw the chart and multiply the shares for you.',
  item: { one: 'interest', many: 'interests' },
  questions: {
    party: { ask: 'Which organization?', hint: 'The legal business name, as you wrote it before' },
    name: { ask: 'Who owns or runs it?', hint: 'The name of the organization or person' },
    what: { ask: 'What is the owner?', options: { organization: 'An organization', person: 'A person' } },
    position: {
      ask: 'What is the owner to it?',
      options: {
        owner: 'Owner or shareholder',
        'general-partner': 'General partner',
        'limited-partner': 'Limited partner',
        member: 'Member',
        officer: 'Officer',
        director: 'Director',
        manager: 'Manager',
        trustee: 'Trustee',
      },
    },
    percent: { ask: 'How many percent are held directly?', hint: 'The exact share, such as 51 or 12.5' },
    since: { ask: 'Since when?' },
  },
} satisfies WordsFor<ReturnType<typeof own.ownerInterests>>
