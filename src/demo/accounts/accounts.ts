/** The accounts of a demonstration: everybody can know them, so they exist only in demo mode. */
import type { Role } from '#domain/access/policy.ts'
import { demoAppellants } from '../applications/appellants.ts'
import { demoDelegates } from './delegates.ts'
import type { DemoAccount } from './demo-account.ts'
import { demoFilers } from './filers.ts'

export const DEMO_PASSWORD = 'harbor violet tandem 47'

const staff = (
  loginId: string,
  name: string,
  role: Role,
  party: string,
  totpSeed: string,
  finds: string,
): DemoAccount => ({
  loginId,
  name,
  email: `${loginId}@staff.example`,
  role,
  party,
  totpSeed,
  finds,
})

export const demoAccounts: readonly DemoAccount[] = [
  {
    loginId: 'rosa.vega',
    name: 'Rosa Vega',
    email: 'rosa@vega-family.example',
    role: 'individual-provider',
    party: '2000001117',
    totpSeed: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXA',
    finds:
      'An approved enrollment in Illinois, its letter unread in the inbox, a draft of a new mailing address, and a revalidation to confirm.',
  },
  {
    loginId: 'chidi.okafor',
    name: 'Chidi Okafor',
    email: 'chidi@okafor-np.example',
    role: 'individual-provider',
    party: '2000001224',
    totpSeed: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXB',
    finds: 'An application in Texas with a request for more information to answer.',
  },
  {
    loginId: 'ruth.penhallow',
    name: 'Ruth Penhallow',
    email: 'ruth@tallgrass-care.example',
    role: 'authorized-official',
    party: '2000001885',
    totpSeed: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXT',
    finds:
      'A nursing home in Ohio whose CMS-855A waits for the decision, with its owners and landlord disclosed; the purchase of another, which the seller disputes.',
  },
  staff(
    'analyst.ada',
    'Ada Lindqvist',
    'mac-analyst',
    'lakes',
    'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXC',
    'Cases of her own, one of them answered, one with an answer due the day after the first start; untaken cases.',
  ),
  staff(
    'analyst.ben',
    'Ben Achterberg',
    'mac-analyst',
    'lakes',
    'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXD',
    'Cases of his own: Victor Ashgrove, whom the exclusion list names; a judged one to recommend; an overdue request.',
  ),
  staff(
    'super.carla',
    'Carla Montague',
    'mac-supervisor',
    'lakes',
    'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXE',
    'Recommended cases to decide, and those that were decided, with their letters.',
  ),
  staff(
    'quality.mina',
    'Mina Haverford',
    'mac-supervisor',
    'lakes',
    'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXV',
    'The second look at the same desk: recommended cases to decide or send back, the decisions of Carla Montague, and her text of a mail that waits for a second person.',
  ),
  staff(
    'analyst.dev',
    'Dev Ramaswamy',
    'mac-analyst',
    'gulf',
    'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXF',
    "Cases of his own: one answered, an overdue request, and Chidi Okafor's; untaken cases.",
  ),
  staff(
    'analyst.eve',
    'Eve Castellano',
    'mac-analyst',
    'gulf',
    'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXG',
    'Cases of her own, in review and with a provider; untaken cases.',
  ),
  staff(
    'super.finn',
    'Finn Oyelaran',
    'mac-supervisor',
    'gulf',
    'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXH',
    'Recommended cases to decide, and a request without an answer that may be rejected.',
  ),
  staff(
    'auditor.gia',
    'Gia Petrosyan',
    'auditor',
    '',
    'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXI',
    'The worklist of all contractors, to look at and not to touch, and the audit log with its signed chain.',
  ),
  staff(
    'help.hana',
    'Hana Novakova',
    'help-desk',
    '',
    'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXJ',
    'Requests to answer, one of them hers; accounts to find, unlock or suspend.',
  ),
  staff(
    'help.ivan',
    'Ivan Delacroix',
    'help-desk',
    '',
    'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXK',
    'The second person for whoever lost every way to verify.',
  ),
  staff(
    'admin.june',
    'June Okonkwo',
    'admin',
    '',
    'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXL',
    'Staff, contractors and settings; a proposal of hers that waits.',
  ),
  staff(
    'admin.karl',
    'Karl Brandvold',
    'admin',
    '',
    'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXM',
    'The proposal of June Okonkwo to approve or refuse, and her text of a mail about accounts to answer.',
  ),
  staff(
    'operator.lars',
    'Lars Winterbourne',
    'operator',
    '',
    'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXW',
    'The audit log with its signed chain, the policies of the desk to look at, and a change of the rules to try dry; the rest of the work is on the command line.',
  ),
]

/** What `npm start` prints. */
export const demoAccountLines = (): readonly string[] => [
  '',
  `Demonstration accounts (password of each: ${DEMO_PASSWORD}; the code of the authenticator app is at /demo/codes):`,
  ...[...demoAccounts, ...demoDelegates, ...demoAppellants, ...Object.values(demoFilers)].map(
    (a) => `  ${a.loginId.padEnd(14)} ${a.role.padEnd(20)} ${a.name}${a.party ? ` (${a.party})` : ''}`,
  ),
]
