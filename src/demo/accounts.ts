/** The accounts of a demonstration: everybody can know them, so they exist only in demo mode. */
import type { Role } from '#domain/access/policy.ts'

export interface DemoAccount {
  readonly loginId: string
  readonly name: string
  readonly email: string
  readonly role: Role
  /** A contractor's id, or the NPI of the enrollee it works for; empty for roles of the whole site. */
  readonly party: string
  /** Base32 seed of the authenticator app. */
  readonly totpSeed: string
}

export const DEMO_PASSWORD = 'harbor violet tandem 47'

const staff = (loginId: string, name: string, role: Role, party: string, totpSeed: string): DemoAccount => ({
  loginId,
  name,
  email: `${loginId}@staff.example`,
  role,
  party,
  totpSeed,
})

export const demoAccounts: readonly DemoAccount[] = [
  {
    loginId: 'rosa.vega',
    name: 'Rosa Vega',
    email: 'rosa@vega-family.example',
    role: 'individual-provider',
    party: '2000001117',
    totpSeed: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXA',
  },
  {
    loginId: 'chidi.okafor',
    name: 'Chidi Okafor',
    email: 'chidi@okafor-np.example',
    role: 'individual-provider',
    party: '2000001224',
    totpSeed: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXB',
  },
  staff('analyst.ada', 'Ada Lindqvist', 'mac-analyst', 'lakes', 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXC'),
  staff('analyst.ben', 'Ben Achterberg', 'mac-analyst', 'lakes', 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXD'),
  staff('super.carla', 'Carla Montague', 'mac-supervisor', 'lakes', 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXE'),
  staff('analyst.dev', 'Dev Ramaswamy', 'mac-analyst', 'gulf', 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXF'),
  staff('analyst.eve', 'Eve Castellano', 'mac-analyst', 'gulf', 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXG'),
  staff('super.finn', 'Finn Oyelaran', 'mac-supervisor', 'gulf', 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXH'),
]

/** What `npm start` prints. */
export const demoAccountLines = (): readonly string[] => [
  '',
  `Demonstration accounts (password of each: ${DEMO_PASSWORD}; the code arrives at /demo/mailbox):`,
  ...demoAccounts.map(
    (a) => `  ${a.loginId.padEnd(14)} ${a.role.padEnd(20)} ${a.name}${a.party ? ` (${a.party})` : ''}`,
  ),
]
