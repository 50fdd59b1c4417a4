/** The texts of mails about applications, letters and fees. They say that something happened, never whose or what. */
export const applicationTexts = {
  submitted: {
    name: 'An application was submitted',
    subject: 'An application was submitted',
    body: 'An application was signed and submitted in {product}. Sign in to see its tracking number and what happens next:\n\n{link}\n\nIf nobody at your practice did this, call the help desk at once.',
  },
  answered: {
    name: 'A request for more information was answered',
    subject: 'Your answer was sent',
    body: 'The request for more information was answered and signed in {product}. Sign in to see where the application stands:\n\n{link}\n\nIf nobody at your practice did this, call the help desk at once.',
  },
  'letter-waiting': {
    name: 'A letter is in the inbox',
    subject: 'You have a new letter in {product}',
    body: 'A letter about an application or an enrollment is waiting for you.\n\nSign in to read it:\n{link}',
  },
  'development-waiting': {
    name: 'More information is asked for',
    subject: 'More information is needed in {product} by {due}',
    body: 'A contractor needs more information about an application. Please answer by {due}; otherwise the application may be rejected.\n\nSign in to read what is asked and to answer:\n{link}',
  },
  'development-reminder': {
    name: 'More information is asked for: reminder',
    subject: 'Answer {by}: application {number}',
    body: '{contractor} asked for more information about application {number} and has no answer yet. {lastDay}\n\nWithout an answer the application may be rejected (42 CFR 424.525).\n\nSee what is asked and answer here:\n{link}',
  },
  'development-more-time': {
    name: 'More time to answer',
    subject: 'You have more time to answer: application {number}',
    body: '{contractor} gave you more time to answer about application {number}. The last day to answer is now {due}. Without an answer by then the application may be rejected (42 CFR 424.525).\n\nSee what is asked and answer here:\n{link}',
  },
  'filing-ends': {
    name: 'The last day to appeal comes near',
    subject: 'Last day to appeal: {due}',
    body: 'You have a letter with a decision that you may appeal. For this way of appealing ({remedy}) {untilWhen} You need to do nothing if you agree with the decision.\n\nSee the letter and what you can do:\n{link}',
  },
  'draft-warning': {
    name: 'A draft that nobody works on',
    subject: 'Your enrollment application for {state} is not submitted',
    body: 'You began an enrollment application for {state}, and nobody has worked on it for a while. It stays open until the end of {due}; then it is withdrawn. What you wrote is not deleted, but you would have to start again.\n\nTo keep it, open it and save a page:\n{link}',
  },
  'draft-expired': {
    name: 'A draft was withdrawn',
    subject: 'Your enrollment application for {state} was withdrawn',
    body: 'Nobody worked on your enrollment application for {state} for {idle}, so it was withdrawn. Nothing was decided. What you wrote can still be read here:\n{link}\n\nYou may start another application at any time.',
  },
  'file-infected': {
    name: 'Malware in a file that was sent',
    subject: 'A file that you sent is kept from everybody',
    body: 'The malware scanner found something in a file that you sent. Nobody can open it. Please send it again, made on another device:\n\n{link}',
  },
  'document-infected': {
    name: 'Malware in a document of an application',
    subject: 'A document was taken out of an application',
    body: 'The malware scanner found something in a document of an application. Nobody can open it, and it was taken out. Please send the paper again, made on another device:\n\n{link}',
  },
  'fee-paid': {
    name: 'A fee was paid',
    subject: 'Your payment was received',
    body: 'There is news about the fee of an application. Sign in to see it, and whether something is to be done:\n\n{link}',
  },
  'fee-charged-back': {
    name: 'A payment was taken back',
    subject: 'A payment was taken back by the bank',
    body: 'There is news about the fee of an application. Sign in to see it, and whether something is to be done:\n\n{link}',
  },
  'fee-hardship': {
    name: 'A hardship request was decided',
    subject: 'A request about a fee was decided',
    body: 'There is news about the fee of an application. Sign in to see it, and whether something is to be done:\n\n{link}',
  },
  'signature-asked': {
    name: 'A signature is asked for',
    subject: 'Your signature is asked for',
    body: 'An application is ready and waits for your signature. Sign in, read it, then sign it or say why not:\n\n{link}',
  },
  'signature-reminder': {
    name: 'A signature is asked for: reminder',
    subject: 'Reminder: your signature is asked for',
    body: 'An application still waits for your signature. Sign in, read it, then sign it or say why not:\n\n{link}',
  },
  'signature-declined': {
    name: 'A signature was declined',
    subject: 'A signature was declined',
    body: 'Somebody whom you asked for a signature declined, and said why. Sign in to read it:\n\n{link}',
  },
  'packet-reminder': {
    name: 'A packet waits for a signature',
    subject: 'Applications wait for your signature',
    body: 'Applications that are sent together wait for your signature: none of them is sent before. Sign in, read yours and sign it:\n\n{link}',
  },
  'packet-smaller': {
    name: 'An application was taken out of a packet',
    subject: 'An application was taken out of a packet',
    body: 'An application was taken out of a packet in which you sign. The others wait for it no longer. Sign in to see where they stand:\n\n{link}',
  },
} as const
