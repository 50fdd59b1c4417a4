/** The texts of mails about requests to disclose affiliations. They name nobody: what is asked is behind the sign-in. */
export const affiliationTexts = {
  'affiliations-asked': {
    name: 'Affiliations are asked for',
    subject: 'Medicare asks you something: answer by {due}',
    body: 'The Medicare contractor asks you to disclose affiliations (42 CFR 424.519). The last day to answer is {due}. If there is nothing to disclose, you still have to say so and sign.\n\nSee what is asked and answer in {product}:\n{link}\n',
  },
  'affiliations-reminder': {
    name: 'Affiliations are asked for: reminder',
    subject: 'Answer {by}: your affiliations',
    body: '{contractor} asked you to disclose affiliations and has no signed answer yet. {lastDay}\n\nSee what is asked and answer here:\n{link}\n',
  },
  'affiliations-more-time': {
    name: 'More time to disclose affiliations',
    subject: 'You have more time to answer: your affiliations',
    body: '{contractor} gave you more time to disclose affiliations. The last day to answer is now {due}.\n\n{link}\n',
  },
  'affiliations-answered': {
    name: 'An answer about affiliations was signed',
    subject: 'Your answer about affiliations was signed',
    body: 'An answer about affiliations was signed in {product} and sent to the Medicare contractor. If that was not you or somebody who may sign for you, tell the contractor.\n\n{link}\n',
  },
  'affiliations-closed': {
    name: 'A request about affiliations is closed',
    subject: 'The request about affiliations is closed',
    body: 'The Medicare contractor has closed its request about affiliations. See what came of it in {product}:\n{link}\n',
  },
  'affiliations-came': {
    name: 'To the desk: an answer about affiliations',
    subject: 'An answer about affiliations came',
    body: 'A provider has signed an answer about affiliations. It waits for your look.\n\n{link}\n',
  },
  'affiliations-late': {
    name: 'To the desk: no answer about affiliations',
    subject: 'No answer about affiliations: it was due on {due}',
    body: 'A request to disclose affiliations was due on {due} and is not answered. Nothing happens by itself: give more time, take the request back, or record that there is no answer (42 CFR 424.519).\n\n{link}\n',
  },
} as const
