/** Mails about who may act for whom. Links open pages; nothing happens before a button is pressed there. */
const ifWrong = (helpDesk: string) => `If this is not right, call the help desk: ${helpDesk}.`

interface Invitation {
  readonly name: string
  readonly inviter: string
  readonly party: string
  readonly role: string
  readonly product: string
  readonly days: number
  readonly link: string
}
interface Accepted {
  readonly inviter: string
  readonly name: string
  readonly loginId: string
  readonly link: string
  readonly helpDesk: string
}

export const delegationMails = {
  invitation: (i: Invitation) => ({
    subject: `${i.inviter} invites you to ${i.product}`,
    body: `${i.name}, ${i.inviter} invites you to act for ${i.party} as: ${i.role}.\n\nOpen this page within ${i.days} days, then sign in or create an account:\n${i.link}\n\nThe link works once. Do not pass it on. If you do not know ${i.inviter}, you need not do anything.`,
  }),
  invitationAccepted: (a: Accepted) => ({
    subject: 'Your invitation was accepted',
    body: `${a.inviter}, ${a.name} (user ID ${a.loginId}) accepted your invitation. See who acts for you:\n${a.link}\n\n${ifWrong(a.helpDesk)}`,
  }),
  actingRoleChanged: (name: string, party: string, role: string, helpDesk: string) => ({
    subject: 'What you may do was changed',
    body: `${name}, your role for ${party} was changed. It is now: ${role}.\n\n${ifWrong(helpDesk)}`,
  }),
  actingRoleEnded: (name: string, party: string, helpDesk: string) => ({
    subject: 'Your role was ended',
    body: `${name}, you no longer act for ${party}. Your account stays yours.\n\n${ifWrong(helpDesk)}`,
  }),
  claimMade: (claimant: string, organization: string, link: string, helpDesk: string) => ({
    subject: `Somebody claims to be an official of ${organization}`,
    body: `${claimant} claims to be an official of ${organization}. If that is right, you need not do anything. If not, sign in and object:\n${link}\n\nOr call the help desk: ${helpDesk}.`,
  }),
  claimObjected: (claimant: string, organization: string, days: number) => ({
    subject: 'An official objected to your claim',
    body: `${claimant}, an official of ${organization} objected to your claim. It can be approved in ${days} days at the earliest. The help desk may ask you for more proof.`,
  }),
  claimDecided: (
    claimant: string,
    organization: string,
    outcome: 'approved' | 'denied',
    reason: string,
    link: string,
  ) => ({
    subject: outcome === 'approved' ? 'Your claim was approved' : 'Your claim was not approved',
    body: `${claimant}, your claim to be an official of ${organization} was ${outcome === 'approved' ? 'approved' : 'not approved'}.\n\n${reason}\n\n${link}`,
  }),
  succeeded: (organization: string, claimant: string, helpDesk: string) => ({
    subject: `Your role at ${organization} was ended`,
    body: `${claimant} took your place as authorized official of ${organization}. Your account stays yours.\n\n${ifWrong(helpDesk)}`,
  }),
  surrogacyAsked: (agent: string, link: string) => ({
    subject: `${agent} asks to work for you`,
    body: `${agent} asks to act for you. It can never sign, and you can end it at any time. Sign in to see for what, and to agree or decline:\n${link}\n\nIf you do not know ${agent}, decline.`,
  }),
  surrogacyOffered: (grantor: string, link: string) => ({
    subject: `${grantor} offers that you act for them`,
    body: `${grantor} offers that people of your company act for them. Sign in to see for what, and to agree or decline:\n${link}`,
  }),
  surrogacyAnswered: (name: string, agrees: boolean, link: string) => ({
    subject: agrees ? `${name} agreed` : `${name} declined`,
    body: `${name} ${agrees ? 'agreed. It is in force now' : 'declined'}:\n${link}`,
  }),
  surrogacyEnded: (agent: string, grantor: string, link: string) => ({
    subject: `${agent} no longer acts for ${grantor}`,
    body: `${agent} no longer acts for ${grantor}. What was prepared is kept with the provider:\n${link}`,
  }),
  surrogacyToConfirm: (agent: string, grantor: string, day: string, link: string) => ({
    subject: `Confirm that ${agent} goes on acting for you`,
    body: `${agent} acts for ${grantor}. Once a year you confirm that this goes on. Sign in by ${day} and say yes, or it lapses:\n${link}`,
  }),
}
