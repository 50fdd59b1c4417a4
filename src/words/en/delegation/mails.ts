/** Mails about who may act for whom. Links open pages; nothing happens before a button is pressed there. */
import { worded } from '../mail-texts/index.ts'

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
  invitation: ({ days, ...i }: Invitation) => worded('invitation', { ...i, days: String(days) }),
  invitationAccepted: ({ loginId, ...a }: Accepted) => worded('invitation-accepted', { ...a, userId: loginId }),
  actingRoleChanged: (name: string, party: string, role: string, helpDesk: string) =>
    worded('acting-role-changed', { name, party, role, helpDesk }),
  actingRoleEnded: (name: string, party: string, helpDesk: string) =>
    worded('acting-role-ended', { name, party, helpDesk }),
  claimMade: (claimant: string, organization: string, link: string, helpDesk: string) =>
    worded('claim-made', { claimant, organization, link, helpDesk }),
  claimObjected: (claimant: string, organization: string, days: number) =>
    worded('claim-objected', { claimant, organization, days: String(days) }),
  claimDecided: (
    claimant: string,
    organization: string,
    outcome: 'approved' | 'denied',
    reason: string,
    link: string,
  ) => worded(`claim-${outcome}`, { claimant, organization, reason, link }),
  succeeded: (organization: string, claimant: string, helpDesk: string) =>
    worded('succeeded', { organization, claimant, helpDesk }),
  surrogacyAsked: (agent: string, link: string) => worded('surrogacy-asked', { agent, link }),
  surrogacyOffered: (grantor: string, link: string) => worded('surrogacy-offered', { grantor, link }),
  surrogacyAnswered: (name: string, agrees: boolean, link: string) =>
    worded(agrees ? 'surrogacy-agreed' : 'surrogacy-declined', { name, link }),
  surrogacyEnded: (agent: string, grantor: string, link: string) => worded('surrogacy-ended', { agent, grantor, link }),
  surrogacyToConfirm: (agent: string, grantor: string, due: string, link: string) =>
    worded('surrogacy-to-confirm', { agent, grantor, due, link }),
}
