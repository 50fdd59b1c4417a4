/** Words of giving a provider more time to answer a request for information. */
export const moreTimeWords = {
  intro: (cite: string) =>
    `Give more time to a provider who works on the answer (${cite}). The mail and the provider’s page then say the new last day.`,
  sent: 'Asked on',
  due: 'Last day now',
  open: 'Not answered yet',
  openOf: (open: number, all: number) => `${open} of ${all}`,
  latest: 'Latest day you can give',
  supervisorLatest: 'Latest day a supervisor can give',
  newDay: 'New last day',
  newDayHint: (latest: string) => `Until ${latest}`,
  reason: 'Why?',
  reasonHint: 'For the history of the case. The provider does not see it. At least 10 characters.',
  give: 'Give more time',
  nothingLeft: 'You cannot give more time: the latest day that you can give is reached.',
  askSupervisor: (latest: string) => `A supervisor can give time until ${latest}.`,
  notWaiting: 'No request of this case waits for an answer.',
  notYours: 'Only who holds the case and a supervisor can give more time.',
  until: (day: string) => `Until ${day}`,
}
