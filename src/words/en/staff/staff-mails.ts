/** Mails of the help desk and the administration. What was typed as a reason stays with the staff. */
import { worded } from '../mail-texts/index.ts'

type Act = 'unlock' | 'send-link' | 'send-user-id' | 'end-sessions' | 'suspend' | 'restore'

export const staffMails = {
  supportDone: (name: string, act: Act, helpDesk: string) => worded(`support-${act}`, { name, helpDesk }),
  lostFactorsWaiting: (name: string, product: string, when: string, link: string, helpDesk: string) =>
    worded('lost-factors', { name, product, when, link, helpDesk }),
  lostFactorsWaitingSms: (product: string, link: string) =>
    `Somebody asked the ${product} help desk for a new way to sign in to your account. Not you? Stop it: ${link}`,
  lostFactorsCanceled: (name: string, helpDesk: string) => worded('lost-factors-canceled', { name, helpDesk }),
  lostFactorsOpen: (name: string, link: string) => worded('lost-factors-open', { name, link }),
  accessSetUp: (name: string, when: string, helpDesk: string) => worded('access-set-up', { name, when, helpDesk }),
  staffInvited: (name: string, product: string, userId: string, link: string) =>
    worded('staff-invited', { name, product, userId, link }),
  roleGiven: (name: string, role: string) => worded('role-given', { name, role }),
  roleEnded: (name: string, role: string) => worded('role-ended', { name, role }),
  ticketReceived: (name: string, number: string, hours: string) => worded('ticket-received', { name, number, hours }),
  ticketAnswered: (name: string, number: string, answer: string, link: string | undefined) =>
    worded('ticket-answered', {
      name,
      number,
      answer,
      askOn: link ? `To ask on, sign in: ${link}` : 'To ask on, use the request form again and give the number.',
    }),
}
