/** Help with keeping an account safe, working together, and what to look at when. */
import type { HelpNumbers } from '#domain/help/numbers.ts'
import type { HelpSite, HelpTopic } from './topic.ts'

export const protectTopics = (n: HelpNumbers, { product, agency, origin }: HelpSite): readonly HelpTopic[] => [
  {
    id: 'free',
    title: 'It is free: beware of sites that charge',
    summary: 'No fee for an account, and only one right address.',
    parts: [
      {
        as: 'text',
        lines: [
          `An account at ${product} costs nothing, and neither does looking up a provider. Some organizations pay an application fee that the law sets; individual practitioners do not.`,
          'Other sites look alike and ask for money or for your password. Nobody needs your password to help you: not a billing company, not the help desk.',
        ],
      },
      {
        title: 'How to know that you are in the right place',
        as: 'steps',
        lines: [
          `Look at the address in your browser: it begins with ${origin}, run by ${agency}.`,
          'Bookmark this page now: Ctrl and D on a computer, Command and D on a Mac, “Add to Home Screen” or the star on a phone.',
          'Come by the bookmark, not by search results, advertisements or links in mails.',
          'If your password manager or passkey does not offer itself, stop: the address is not ours.',
          'Our mails never ask you to answer with a number, a password or a code.',
        ],
      },
    ],
    links: [
      ['/help/not-me', 'Did you enter your password elsewhere?'],
      ['/help/passkeys', 'Passkeys work on our address only'],
    ],
  },
  {
    id: 'passwords',
    title: 'Good passwords',
    summary: 'Long, only for this site, kept in a manager.',
    parts: [
      {
        as: 'list',
        lines: [
          `Use ${n.passwordMin} characters or more, up to ${n.passwordMax}. Three or four words that have nothing to do with one another work well.`,
          'Use it nowhere else. When another site loses its passwords, they are tried here.',
          'Leave out your name, user ID, NPI, practice and the name of this site.',
          'Let a password manager make and keep it. Pasting works in every box.',
          'You need not change it by the calendar. Change it when somebody else may know it.',
          'We refuse passwords that are on lists of leaked and common ones. Your password is not sent anywhere for that.',
        ],
      },
    ],
    links: [
      ['/account/password', 'Change my password'],
      ['/help/passkeys', 'Or use a passkey'],
    ],
  },
  {
    id: 'passkeys',
    title: 'Passkeys',
    summary: 'Sign in with finger, face or PIN. Nothing to remember.',
    parts: [
      {
        as: 'text',
        lines: [
          'A passkey is a key that your phone, computer or password manager keeps. It opens with your finger, face or PIN. That stays on your device; we get only a proof.',
          'It works on the right address only, so a false site cannot take it. It needs no code and no reception.',
        ],
      },
      {
        title: 'Set one up',
        as: 'steps',
        lines: [
          'Sign in and open “Account and security”.',
          'Select “Add a passkey” and confirm that it is you.',
          'Follow what your device says. Give the passkey a name.',
          'Add a second one on another device, or keep an app as well, so that a lost phone does not lock you out.',
        ],
      },
    ],
    links: [['/account', 'Account and security']],
  },
  {
    id: 'shared-computers',
    title: 'Shared computers and public networks',
    summary: 'In a library, at the front desk, in a café.',
    parts: [
      {
        title: 'A computer that others use',
        as: 'list',
        lines: [
          `Check “This is a public or shared computer” when you sign in. You are then signed out after ${n.publicIdleMinutes} minutes without activity and after ${n.publicMinutes} minutes in any case, and the computer is not remembered.`,
          'Do not let the browser save your password, and do not make a passkey there.',
          'Take printed and downloaded papers with you, and delete the files.',
          'Sign out with the button, then close every window of the browser.',
          'In a practice: everybody has an account and an own sign-in to the computer.',
        ],
      },
      {
        title: 'Public networks',
        as: 'list',
        lines: [
          `Look for ${origin} in the address. If the browser warns of the connection, do not go on.`,
          'The connection of your phone is safer than an open network.',
        ],
      },
      {
        title: 'Forgot to sign out?',
        as: 'text',
        lines: ['On any device open “Account and security” and sign out everywhere else.'],
      },
    ],
    links: [['/account', 'Where am I signed in?']],
  },
  {
    id: 'sharing',
    title: 'Working together without sharing passwords',
    summary: 'Everybody with an own account, for what you allow.',
    parts: [
      {
        as: 'text',
        lines: [
          'A shared password tells nobody who did what, and cannot be taken back from one person alone. Give people what they need instead:',
        ],
      },
      {
        as: 'steps',
        lines: [
          'Open “People” and invite staff by mail. You choose what they may do: see, prepare, manage, letters, roster.',
          `They accept within ${n.invitationDays} days and sign in with an account of their own.`,
          'A billing company asks you, or you ask it, under “Connections”. It never signs for you.',
          'End it with one press. It counts at once.',
        ],
      },
      {
        as: 'text',
        lines: [
          'Only you sign. Every page says for whom somebody acts, and your history shows both names.',
          'Did several people use one account so far? Change its password, sign out everywhere else, and invite them.',
        ],
      },
    ],
    links: [['/people', 'People']],
  },
  {
    id: 'not-me',
    title: 'Something happened that was not you',
    summary: 'A notice, a sign-in or a change that you do not know.',
    parts: [
      {
        as: 'steps',
        lines: [
          `Open the link in the notice. It works for ${n.notMeDays} days. Press the button on its page.`,
          `Everybody is signed out, the password stops, and addresses and ways to verify are locked for ${n.factorsLockHours} hours. The help desk is told.`,
          'Choose a new password by the link that we mail to you.',
          'Look at your ways to verify and at “Security activity”. Remove what is not yours.',
          'Change the password of your mailbox too, if it is the same.',
        ],
      },
      {
        as: 'text',
        lines: ['No notice at hand? Reset your password: that signs everybody out as well. Then ask for help.'],
      },
    ],
    links: [
      ['/forgot-password', 'Reset my password'],
      ['/help/contact', 'Ask for help'],
    ],
  },
  {
    id: 'updates',
    title: 'How often to check for updates',
    summary: 'You need not: we write when something is due.',
    parts: [
      {
        title: 'What comes to you by mail',
        as: 'list',
        lines: [
          `A request of the contractor, and reminders before its last day. You usually have ${n.answerDays} days.`,
          `A draft that nobody works on, before it is withdrawn after ${n.draftDays} days.`,
          'Every decision and every letter, with a link to your inbox here.',
          'Every change of your account, and every sign-in on a new device.',
        ],
      },
      {
        title: 'What you do yourself',
        as: 'list',
        lines: [
          'Report changes when they happen: a new address, an owner, a license. The page of the change says how many days you have.',
          'Keep your e-mail addresses current. Add a second one, in case the first one is lost.',
          'Look at your enrollment once a year, or whenever your practice changes.',
        ],
      },
    ],
    links: [
      ['/account/email', 'Change or add an e-mail address'],
      ['/dashboard', 'Dashboard'],
    ],
  },
  {
    id: 'enroll',
    title: 'Enroll, step by step',
    summary: 'From the first question to the decision.',
    parts: [
      {
        as: 'steps',
        lines: [
          'Sign in and select “Start an application”. Say what brings you here; we choose the form.',
          'Answer its questions. Each page is saved when you continue, and you can stop at any time.',
          'Look at “Check before signing”. It compares your answers with the NPI registry and the exclusion list.',
          'Sign and submit. You get a tracking number and a copy of everything you sent.',
          `Follow the application on your dashboard. If the contractor asks for more, you have ${n.answerDays} days to answer.`,
        ],
      },
    ],
    links: [['/start', 'Start an application']],
  },
]
