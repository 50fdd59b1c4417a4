/** Mails about applications. They say that something happened, never whose or what: that is behind the sign-in. */
export const portalMails = {
  submitted: (product: string, link: string) => ({
    subject: 'An application was submitted',
    body: `An application was signed and submitted in ${product}. Sign in to see its tracking number and what happens next:\n\n${link}\n\nIf nobody at your practice did this, call the help desk at once.`,
  }),
  answered: (product: string, link: string) => ({
    subject: 'Your answer was sent',
    body: `The request for more information was answered and signed in ${product}. Sign in to see where the application stands:\n\n${link}\n\nIf nobody at your practice did this, call the help desk at once.`,
  }),
}
