/** Mails that time sends: requests that wait for an answer, and drafts that nobody touches. No personal data in them. */
const days = (n: number): string => (n === 1 ? '1 day' : `${n} days`)

export const reminderMails = {
  developmentReminder: (r: {
    readonly number: string
    readonly contractor: string
    readonly due: string
    readonly left: number
    readonly link: string
  }) => ({
    subject: r.left === 0 ? `Answer today: application ${r.number}` : `Answer by ${r.due}: application ${r.number}`,
    body: `${r.contractor} asked for more information about application ${r.number} and has no answer yet. ${
      r.left === 0 ? 'Today is the last day to answer.' : `The last day to answer is ${r.due}: ${days(r.left)} left.`
    }\n\nWithout an answer the application may be rejected (42 CFR 424.525).\n\nSee what is asked and answer here:\n${r.link}`,
  }),
  developmentOverdue: (r: { readonly number: string; readonly due: string; readonly link: string }) => ({
    subject: `No answer to your request: application ${r.number}`,
    body: `The development request for application ${r.number} was due on ${r.due} and is not answered. You may reject the application (42 CFR 424.525) or give more time.\n\n${r.link}`,
  }),
  developmentMoreTime: (r: {
    readonly number: string
    readonly contractor: string
    readonly due: string
    readonly link: string
  }) => ({
    subject: `You have more time to answer: application ${r.number}`,
    body: `${r.contractor} gave you more time to answer about application ${r.number}. The last day to answer is now ${r.due}. Without an answer by then the application may be rejected (42 CFR 424.525).\n\nSee what is asked and answer here:\n${r.link}`,
  }),
  taskLate: (r: { readonly number: string; readonly kind: string; readonly due: string; readonly link: string }) => ({
    subject: `A task of yours is late: application ${r.number}`,
    body: `${r.kind}: this task was due on ${r.due} and is still open. It keeps the application from being recommended. Send the result, or have the task called off with a reason.\n\n${r.link}`,
  }),
  appealToAnswer: (r: {
    readonly due: string
    readonly left: number
    readonly isTaken: boolean
    readonly link: string
  }) => ({
    subject: r.left < 0 ? `An appeal is late: it was due on ${r.due}` : `An appeal must be answered by ${r.due}`,
    body: `${r.isTaken ? 'An appeal that you hear' : 'An appeal that nobody has taken'} has no answer yet. ${
      r.left < 0
        ? `The last day was ${r.due}.`
        : r.left === 0
          ? 'Today is the last day.'
          : `The last day is ${r.due}: ${days(r.left)} left.`
    }\n\n${r.link}`,
  }),
  filingEnds: (r: { readonly remedy: string; readonly due: string; readonly left: number; readonly link: string }) => ({
    subject: `Last day to appeal: ${r.due}`,
    body: `You have a letter with a decision that you may appeal. For this way of appealing (${r.remedy}) ${
      r.left === 0 ? 'today is the last day.' : `the last day is ${r.due}: ${days(r.left)} left.`
    } You need to do nothing if you agree with the decision.\n\nSee the letter and what you can do:\n${r.link}`,
  }),
  draftWarning: (r: { readonly state: string; readonly last: string; readonly link: string }) => ({
    subject: `Your enrollment application for ${r.state} is not submitted`,
    body: `You began an enrollment application for ${r.state}, and nobody has worked on it for a while. It stays open until the end of ${r.last}; then it is withdrawn. What you wrote is not deleted, but you would have to start again.\n\nTo keep it, open it and save a page:\n${r.link}`,
  }),
  draftExpired: (r: { readonly state: string; readonly idle: number; readonly link: string }) => ({
    subject: `Your enrollment application for ${r.state} was withdrawn`,
    body: `Nobody worked on your enrollment application for ${r.state} for ${days(r.idle)}, so it was withdrawn. Nothing was decided. What you wrote can still be read here:\n${r.link}\n\nYou may start another application at any time.`,
  }),
  fileInfected: (link: string) => ({
    subject: 'A file that you sent is kept from everybody',
    body: `The malware scanner found something in a file that you sent. Nobody can open it. Please send it again, made on another device:\n\n${link}`,
  }),
  documentInfected: (link: string) => ({
    subject: 'A document was taken out of an application',
    body: `The malware scanner found something in a document of an application. Nobody can open it, and it was taken out. Please send the paper again, made on another device:\n\n${link}`,
  }),
}
