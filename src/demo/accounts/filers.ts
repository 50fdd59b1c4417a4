/** People of the demonstration with several filings at once. Their NPIs are chosen when it is seeded. */
import type { DemoAccount } from './demo-account.ts'

export interface DemoFiler extends DemoAccount {
  readonly role: 'individual-provider' | 'authorized-official'
}

export const demoFilers = {
  earlier: {
    loginId: 'provider.early',
    name: 'A practitioner who revalidates years ahead',
    email: 'early@practice.example',
    role: 'individual-provider',
    party: '',
    totpSeed: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PY5',
    finds:
      'A revalidation that is kept until its window opens, and a draft of a change whose street the record changed meanwhile: which holds is to be settled.',
  },
  mover: {
    loginId: 'provider.moves',
    name: 'A practitioner who files together with a clinic',
    email: 'moves@practice.example',
    role: 'individual-provider',
    party: '',
    totpSeed: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PY6',
    finds: 'A packet of two applications: signed here, and not sent, because the signature of Ida Brandt is missing.',
  },
  seller: {
    loginId: 'sol.hathaway',
    name: 'Sol Hathaway',
    email: 'sol@quiet-meadow.example',
    role: 'authorized-official',
    party: '2000008815',
    totpSeed: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PY7',
    finds: 'A nursing home that Ruth Penhallow says to have bought, which Sol Hathaway disputes.',
  },
} as const satisfies Readonly<Record<string, DemoFiler>>
