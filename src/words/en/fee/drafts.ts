/** Words of keeping a draft as a file, bringing one in, and going on with another edition of a form. */
export const drafts = {
  keepTitle: 'Keep a copy',
  keepIntro: 'You can keep this draft as a document to read, or as a file to bring in again.',
  pdf: 'Everything answered so far (PDF)',
  json: 'The answers as a file (JSON), without Social Security, bank and birth data',
  bringIn: 'Bring in a file',
  title: 'Bring in answers from a file',
  intro:
    'Choose a file that was kept from a draft of the same form, reason, state and provider. Its answers replace those of the draft. Social Security numbers, bank numbers and birth dates are never in it: they stay as they are here, or are asked anew.',
  file: 'File',
  button: 'Bring in',
  doneTitle: 'Answers brought in',
  done: (n: number) => (n === 1 ? 'One part was filled.' : `${n} parts were filled.`),
  anewTitle: 'Asked anew',
  anewNone: 'Nothing is asked anew.',
  droppedTitle: 'Not asked any more',
  toList: 'Go to the task list',
  whole: 'The whole part',
  fileName: (form: string, npi: string) => `${form}-${npi}-draft`.toLowerCase(),
  running: 'Draft, not signed and not submitted',
  editionTitle: 'The form has a new edition',
  editionIntro: (before: string, now: string) =>
    `This draft was begun on the edition ${before}, and is asked and printed by it. The form is now of ${now}. When you go on with that, your answers are kept; below is what the new edition asks anew, and what it does not ask any more.`,
  editionGo: 'Go on with the new edition',
  editionBanner: {
    accepted: (edition: string, until: string | undefined) =>
      until === undefined
        ? `The form has a new edition since this draft was begun. You may finish and send it on the edition ${edition}: no last day for that was published.`
        : `The form has a new edition since this draft was begun. You may finish and send it on the edition ${edition} until ${until}, or go on with the new one.`,
    over: (edition: string, until: string | undefined) =>
      until === undefined
        ? `The form has a new edition since this draft was begun. The edition ${edition} is not taken any more: go on with the new one.`
        : `The form has a new edition since this draft was begun. The edition ${edition} was taken until ${until}: go on with the new one.`,
  },
  editionStay: (edition: string) => `Stay on the edition ${edition}`,
  editionSee: 'See what is asked anew',
  cli: {
    about: 'Editions of the forms: when one is in force, and until when it is taken',
    list: 'Every edition that is known, with its days',
    set: 'Enter the days of an edition, as its notice says them',
    from: 'The day from which it is in force, like 2026-11-01',
    until: 'The last day on which it is taken after it was replaced; left out: none was published',
    cite: 'The notice',
    open: 'open',
    badDay: 'Enter a day like 2026-11-01',
  },
}
