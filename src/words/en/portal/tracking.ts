/** Words of the tracker, the confirmation and withdrawal. */
export const tracking = {
  title: (form: string) => `Your ${form} application`,
  now: 'Where it stands',
  means: 'What this means',
  whoseMove: 'Whose move',
  by: 'By when',
  noDate: 'No date is set',
  otherwise: 'What happens otherwise',
  number: 'Tracking number',
  received: 'Received on',
  history: 'What happened so far',
  moreTime: (day: string) => `More time given: answer until ${day}`,
  contractor: 'Your contractor',
  submitted: 'What you submitted',
  pdf: (ordinal: number) => `Submission ${ordinal} (PDF)`,
  signedBy: (who: string, when: string) => `Signed by ${who}, ${when}`,
  hash: 'Fingerprint (SHA-256)',
  letters: 'Letters',
  documents: 'See your documents, or add one',
  answer: 'Answer the request',
  next: 'Next',
  withdraw: 'Withdraw this application',
  moves: {
    provider: 'You',
    contractor: 'The contractor',
    calendar: 'Nobody before this day',
    nobody: 'Nobody. It is closed',
  },
}

export const withdrawal = {
  title: 'Withdraw this application?',
  intro:
    'The contractor then stops its review and nothing is decided. A withdrawn application cannot be opened again; you can start a new one at any time.',
  draftIntro:
    'The draft is closed and nothing is sent. It cannot be opened again; you can start a new one at any time.',
  yes: 'Withdraw application',
  no: 'Keep it',
}

export const submitted = {
  title: 'Application submitted',
  answeredTitle: 'Answer sent',
  number: 'Your tracking number',
  mail: 'We have sent you an e-mail. It has no personal facts in it.',
  nextTitle: 'What happens next',
  next: (contractor: string) => [
    `${contractor} has your application now. An analyst there checks it.`,
    'If something is missing, you get a request for more information. You then have 30 days to answer it.',
    'When it is decided, a letter comes to your inbox here. We tell you by e-mail.',
    'Send papers that are still missing within 30 days after today.',
  ],
  pdf: 'Download everything you submitted (PDF)',
  track: 'Track this application',
  signed: (who: string, when: string) => `Signed by ${who} on ${when}.`,
  received: (day: string) => `The contractor counts it as received on ${day}.`,
}
