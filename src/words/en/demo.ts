/** Words of the pages that exist only in demo mode. */
export const demo = {
  mailboxTitle: 'Demo mailbox',
  mailboxIntro:
    'In demo mode nothing leaves this machine. Every e-mail and text message that would have been sent is shown here, newest first.',
  mailboxEmpty: 'Nothing was sent yet. Register or sign in, and the codes appear here.',
  codesTitle: 'Demo authenticator apps',
  codesIntro:
    'In demo mode the codes that authenticator apps would show now. They change every 30 seconds; each code works once.',
  codesAgain: 'Show the codes of this moment',
  codesNone: 'No account has an authenticator app yet.',
  codesWho: 'User ID',
  codesCode: 'Code',
  codesLeft: 'New code in',
  codesSeconds: (n: number) => (n === 1 ? '1 second' : `${n} seconds`),
  codesLink: 'Codes of authenticator apps',
  email: 'E-mail',
  sms: 'Text message',
  voice: 'Phone call',
  to: 'To',
  clockTitle: 'Demo clock',
  clockIntro:
    'Move the time of this demonstration, to see reminders, deadlines and lock-outs. Other installations cannot do this.',
  clockNow: 'It is now',
  clockSet: 'Move to',
  clockForward: (days: number) => `Move ${days === 1 ? 'one day' : `${days} days`} forward`,
}
