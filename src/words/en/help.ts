/** The frame of the help pages; their topics are in help/topics.ts. */
export const help = {
  title: 'Help',
  intro: 'How to sign in, what to do when that does not work, and whom to ask.',
  contactTitle: 'Talk to a person',
  phone: 'Phone',
  email: 'E-mail',
  hours: 'Hours',
  contactNote: 'Have your NPI and tracking number ready. Never send a Social Security number by e-mail.',
  topicsTitle: 'What people ask most',
  search: 'Search the help pages',
  searchHint: 'One or two words, like “locked” or “phone”',
  searchButton: 'Search',
  found: (n: number, words: string) =>
    n === 0 ? `No page about “${words}”` : n === 1 ? `One page about “${words}”` : `${n} pages about “${words}”`,
  foundNothing: 'Try another word, or ask us.',
  all: 'All help pages',
  more: 'Go on',
  other: 'Other help pages',
  notSolved: 'Not solved?',
  lookupTitle: 'How to check a provider',
  lookup: 'Anybody can look up a provider by NPI or name. You need no account, and we do not record who asked.',
  privacyTitle: 'Your data',
  privacy:
    'Social Security numbers, birth dates and bank accounts are encrypted. We show you only their last digits. They never appear in the public look-up.',
  accessTitle: 'Using this site your way',
  access:
    'Every page works with a keyboard, with a screen reader, on a phone, and without JavaScript. If something does not work for you, tell the help desk.',
}
