/** Words of packets: applications that are prepared, signed and sent together. */
import { worded } from './mail-texts/index.ts'
export const packets = {
  back: 'Back to the packet',
  title: (says: string) => `Packet: ${says}`,
  intro:
    'These applications belong together. Each is signed by whoever has to sign it. With the last signature all of them are sent, each with its own tracking number; before that, none.',
  notSent: (signed: number, all: number) => `Not sent yet: ${signed} of ${all} signatures are here`,
  notSentMore:
    'The day on which all are sent is the day on which they count as received. Whoever changes an application after it was signed voids that signature.',
  allSent: 'Nothing of this packet waits any more',
  caption: 'Applications in this packet',
  application: 'Application',
  for: 'For',
  status: 'Status',
  signature: 'Signature',
  act: 'What you can do',
  complete: 'Complete',
  notReady: 'Not complete yet',
  sent: (tracking: string) => `Sent, ${tracking}`,
  hidden: 'An application of another party',
  notShown: 'Not shown to you',
  noAct: 'Nothing',
  kept: (name: string, at: string) => `Signed by ${name}, ${at}`,
  keptHidden: 'Signed',
  voided: (name: string) => `Signed by ${name}, and changed after that: it has to be signed again`,
  voidedHidden: 'Signed, and changed after that: it has to be signed again',
  missing: 'Not signed yet',
  missingOf: (name: string) => `Not signed yet: ${name}`,
  declinedBy: (name: string, why: string) => `${name} declined: ${why}`,
  nobodyNamed: 'Nobody is named as the signer',
  you: 'Not signed yet: you',
  remind: 'Remind the signer',
  remindOf: (what: string) => ` of ${what}`,
  whoSigns: 'Who signs',
  takeOut: 'Take out of the packet',
  review: 'Review and sign what is yours',
  waiting: 'You can sign when everything that you sign is complete.',
  nothingToSign: 'Nothing here waits for your signature.',
  signTitle: 'Review and sign',
  signIntro:
    'Read each application. Each needs its own signature. Your signatures are kept until the last one over the whole packet is here; then all are sent. A change of an application voids its signature.',
  show: (what: string) => `Read it: ${what}`,
  signatureFor: (what: string) => `Your signature for: ${what}`,
  button: 'Sign all of these',
  takeOutTitle: 'Take this application out of its packet',
  takeOutIntro:
    'It is then signed and sent by itself. If it was signed in the packet, that signature counts no more. The others wait for it no longer: if all of them are signed, they are sent right now.',
  because: 'Why is it taken out?',
  becauseHint: 'It stays in the history of the application.',
  takeOutButton: 'Take it out',
  desk: {
    title: (n: number) => (n === 1 ? 'Sent together with another application' : `Sent together with ${n} others`),
    caption: 'Applications of the same packet',
    packet: (says: string) => `Packet: ${says}`,
    tracking: 'Tracking number',
    elsewhere: 'Another contractor’s',
  },
}

export const packetMails = {
  packetWaits: (link: string) => worded('packet-reminder', { link }),
  packetSmaller: (link: string) => worded('packet-smaller', { link }),
}
