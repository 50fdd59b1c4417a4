/** People of the demonstration who act for others: an organization's, and a billing company's. */
import type { DelegatedFunction } from '#domain/access/delegation.ts'
import type { DemoAccount } from './demo-account.ts'

export const ELM_STREET = 'Elm Street Clinic PC'
export const BRIGHTLINE = 'Brightline Billing LLC'

export interface DemoDelegate extends DemoAccount {
  readonly title: string
  readonly functions?: readonly DelegatedFunction[]
}

/** `party` is the name of the organization; empty for somebody who only claims to be an official. */
export const demoDelegates: readonly DemoDelegate[] = [
  {
    loginId: 'ida.brandt',
    name: 'Ida Brandt',
    email: 'ida@elm-street.example',
    role: 'authorized-official',
    party: ELM_STREET,
    title: 'Administrator',
    totpSeed: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXN',
    finds:
      'People and access of the clinic, who may sign, the company that works for it; the roster, with a reassignment to sign; a packet that waits for her signature.',
  },
  {
    loginId: 'paul.meyer',
    name: 'Paul Meyer',
    email: 'paul@elm-street.example',
    role: 'access-manager',
    party: ELM_STREET,
    title: 'Office manager',
    totpSeed: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXO',
    finds: 'The same, but may invite staff only; an invitation of his is open.',
  },
  {
    loginId: 'nell.foxworth',
    name: 'Nell Foxworth',
    email: 'nell@elm-street.example',
    role: 'staff-end-user',
    party: ELM_STREET,
    title: 'Front desk',
    functions: ['view', 'prepare'],
    totpSeed: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
    finds: 'The clinic to look at and to prepare applications for; no letters.',
  },
  {
    loginId: 'bria.stone',
    name: 'Bria Stone',
    email: 'bria@brightline.example',
    role: 'authorized-official',
    party: BRIGHTLINE,
    title: 'Owner',
    totpSeed: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXQ',
    finds: 'Sixty providers to act for, a switcher with search, and a request that waits for Chidi Okafor.',
  },
  {
    loginId: 'tom.rayburn',
    name: 'Tom Rayburn',
    email: 'tom@brightline.example',
    role: 'staff-end-user',
    party: BRIGHTLINE,
    title: 'Enrollment specialist',
    functions: ['view', 'prepare', 'manage-enrollment'],
    totpSeed: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXR',
    finds: 'The same providers, to prepare and to change; Rosa Vega among them; no letters.',
  },
  {
    loginId: 'uma.lindholm',
    name: 'Uma Lindholm',
    email: 'uma@brightline.example',
    role: 'staff-end-user',
    party: BRIGHTLINE,
    title: 'Correspondence clerk',
    functions: ['view', 'correspondence', 'roster'],
    totpSeed: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXS',
    finds: 'The same providers, to look at and to read letters of; prepares nothing.',
  },
  {
    loginId: 'oscar.montague',
    name: 'Oscar Montague',
    email: 'oscar@lakeside.example',
    role: 'signed-in',
    party: '',
    title: 'President',
    totpSeed: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXT',
    finds: 'A claim to be the authorized official of Lakeside Medical Group, which waits for the help desk.',
  },
]
