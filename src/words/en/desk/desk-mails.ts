/** Mails of the desk to an enrollee's people. They carry no personal data: what is in the letter stays in the inbox. */
export const deskMails = {
  letterWaiting: (product: string, link: string) => ({
    subject: `You have a new letter in ${product}`,
    body: `A letter about an application or an enrollment is waiting for you.\n\nSign in to read it:\n${link}`,
  }),
  developmentWaiting: (product: string, due: string, link: string) => ({
    subject: `More information is needed in ${product} by ${due}`,
    body: `A contractor needs more information about an application. Please answer by ${due}; otherwise the application may be rejected.\n\nSign in to read what is asked and to answer:\n${link}`,
  }),
}
