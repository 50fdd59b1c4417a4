/** Words of signatures: who may sign, who was asked, and what became of it. */

import type { SignatureRole } from '#domain/application/signers.ts'
import { worded } from '../mail-texts/index.ts'

const roles: Readonly<Record<SignatureRole, string>> = {
  practitioner: 'Practitioner',
  'authorized-official': 'Authorized official',
  'delegated-official': 'Delegated official',
}

export const signatures = {
  title: 'Who signs',
  roles,
  rule: {
    practitioner: 'Only the practitioner signs. Nobody can do it for them, whatever access they gave.',
    'authorized-official':
      'An authorized official of the organization signs. A delegated official cannot sign an application of this kind.',
    'delegated-official':
      'An authorized official signs, or a delegated official whom the enrollment record names: this only reports a change.',
  } as Readonly<Record<SignatureRole, string>>,
  caption: 'People who may sign',
  person: 'Person',
  role: 'As',
  standing: 'Status',
  standings: {
    asked: (day: string) => `Asked on ${day}, not signed yet`,
    declined: (day: string) => `Declined on ${day}`,
    void: (day: string) => `Asked on ${day}. The application changed after that, so it counts no more`,
    signed: (day: string) => `Signed on ${day}`,
  },
  notAsked: 'Not asked',
  named: 'Named as the signer',
  noAccount: 'Has no account here yet, so cannot sign. Invite them first',
  you: (name: string) => `${name} (you)`,
  ask: 'Ask for the signature',
  askLabel: (name: string) => ` of ${name}`,
  askAgain: 'Ask again',
  reason: (text: string) => `Reason: ${text}`,
  nobody: 'Nobody with an account may sign this application yet.',
  changes:
    'Whoever is asked signs exactly what the application says at that moment. Any change afterwards voids the request.',
  blocked: 'It cannot be signed yet, so nobody can be asked',
  row: 'Signer',
  rowWaits: (name: string) => `Waits for ${name}`,
  rowDeclined: (name: string) => `${name} declined`,
  rowVoid: 'Changed: ask again',
  rowNobody: 'Nobody is named',
  rowNamed: (name: string) => name,
  rowHint: 'See who may sign, and ask them',
  missing: 'Signature',
  declineLink: 'I do not sign this',
  declineTitle: 'Decline to sign',
  declineIntro: 'Nothing is sent. Whoever prepared the application is told, and sees what you write here.',
  declineAsk: 'What has to change?',
  decline: 'Decline to sign',
  needDeclined: (name: string) => `${name} declined to sign`,
  happened: {
    asked: (of: string) => `${of} was asked to sign`,
    declined: (of: string) => `${of} declined to sign`,
    kept: (of: string) => `${of} signed. It is sent when the whole packet is signed`,
    'taken-out': (why: string) => `Taken out of its packet: ${why}`,
  } as Readonly<Record<string, (of: string) => string>>,
}

export const signatureMails = {
  signatureAsked: (link: string) => worded('signature-asked', { link }),
  signatureReminder: (link: string) => worded('signature-reminder', { link }),
  signatureDeclined: (link: string) => worded('signature-declined', { link }),
}
