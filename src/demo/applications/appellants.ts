/** Practitioners of the demonstration about whom the desk decided. Their NPIs are chosen when it is seeded. */
import type { DemoAccount } from '../accounts/demo-account.ts'

export const demoAppellants: readonly DemoAccount[] = [
  {
    loginId: 'provider.rebuts',
    name: 'A practitioner whose billing stopped',
    email: 'rebuts@practice.example',
    role: 'individual-provider',
    party: '',
    totpSeed: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PY2',
    finds: 'A deactivated enrollment, its letter, and a rebuttal that nobody has answered yet.',
  },
  {
    loginId: 'provider.stands',
    name: 'A practitioner in good standing',
    email: 'stands@practice.example',
    role: 'individual-provider',
    party: '',
    totpSeed: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PY3',
    finds:
      'An approved enrollment on which the desk can decide, to see what its owner then sees; a request to disclose affiliations that waits for an answer.',
  },
  {
    loginId: 'provider.late',
    name: 'A practitioner who did not revalidate',
    email: 'late@practice.example',
    role: 'individual-provider',
    party: '',
    totpSeed: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PY4',
    finds:
      'A revalidation that is overdue, with the notices that were sent, in the calendar; an answer about affiliations that the desk looks at.',
  },
]
