/** The texts of mails about who may act for whom. Links open pages; nothing happens before a button is pressed there. */
export const delegationTexts = {
  invitation: {
    name: 'An invitation to act for a party',
    subject: '{inviter} invites you to {product}',
    body: '{name}, {inviter} invites you to act for {party} as: {role}.\n\nOpen this page within {days} days, then sign in or create an account:\n{link}\n\nThe link works once. Do not pass it on. If you do not know {inviter}, you need not do anything.',
  },
  'invitation-accepted': {
    name: 'An invitation was accepted',
    subject: 'Your invitation was accepted',
    body: '{inviter}, {name} (user ID {userId}) accepted your invitation. See who acts for you:\n{link}\n\nIf this is not right, call the help desk: {helpDesk}.',
  },
  'acting-role-changed': {
    name: 'A role for a party was changed',
    subject: 'What you may do was changed',
    body: '{name}, your role for {party} was changed. It is now: {role}.\n\nIf this is not right, call the help desk: {helpDesk}.',
  },
  'acting-role-ended': {
    name: 'A role for a party was ended',
    subject: 'Your role was ended',
    body: '{name}, you no longer act for {party}. Your account stays yours.\n\nIf this is not right, call the help desk: {helpDesk}.',
  },
  'claim-made': {
    name: 'Somebody claims to be an official',
    subject: 'Somebody claims to be an official of {organization}',
    body: '{claimant} claims to be an official of {organization}. If that is right, you need not do anything. If not, sign in and object:\n{link}\n\nOr call the help desk: {helpDesk}.',
  },
  'claim-objected': {
    name: 'An official objected to a claim',
    subject: 'An official objected to your claim',
    body: '{claimant}, an official of {organization} objected to your claim. It can be approved in {days} days at the earliest. The help desk may ask you for more proof.',
  },
  'claim-approved': {
    name: 'A claim was approved',
    subject: 'Your claim was approved',
    body: '{claimant}, your claim to be an official of {organization} was approved.\n\n{reason}\n\n{link}',
  },
  'claim-denied': {
    name: 'A claim was not approved',
    subject: 'Your claim was not approved',
    body: '{claimant}, your claim to be an official of {organization} was not approved.\n\n{reason}\n\n{link}',
  },
  succeeded: {
    name: 'Another official took the place',
    subject: 'Your role at {organization} was ended',
    body: '{claimant} took your place as authorized official of {organization}. Your account stays yours.\n\nIf this is not right, call the help desk: {helpDesk}.',
  },
  'surrogacy-asked': {
    name: 'A company asks to work for a provider',
    subject: '{agent} asks to work for you',
    body: '{agent} asks to act for you. It can never sign, and you can end it at any time. Sign in to see for what, and to agree or decline:\n{link}\n\nIf you do not know {agent}, decline.',
  },
  'surrogacy-offered': {
    name: 'A provider offers that a company works for it',
    subject: '{grantor} offers that you act for them',
    body: '{grantor} offers that people of your company act for them. Sign in to see for what, and to agree or decline:\n{link}',
  },
  'surrogacy-agreed': {
    name: 'Working for a provider was agreed',
    subject: '{name} agreed',
    body: '{name} agreed. It is in force now:\n{link}',
  },
  'surrogacy-declined': {
    name: 'Working for a provider was declined',
    subject: '{name} declined',
    body: '{name} declined:\n{link}',
  },
  'surrogacy-ended': {
    name: 'Working for a provider was ended',
    subject: '{agent} no longer acts for {grantor}',
    body: '{agent} no longer acts for {grantor}. What was prepared is kept with the provider:\n{link}',
  },
  'surrogacy-to-confirm': {
    name: 'Working for a provider has to be confirmed for another year',
    subject: 'Confirm that {agent} goes on acting for you',
    body: '{agent} acts for {grantor}. Once a year you confirm that this goes on. Sign in by {due} and say yes, or it lapses:\n{link}',
  },
} as const
