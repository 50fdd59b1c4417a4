/** docs/demo-accounts.md: the accounts of a demonstration, which are no secret. Pure. */

import { DEMO_PASSWORD, demoAccounts } from '#demo/accounts/accounts.ts'
import { demoDelegates } from '#demo/accounts/delegates.ts'
import type { DemoAccount } from '#demo/accounts/demo-account.ts'
import { demoFilers } from '#demo/accounts/filers.ts'
import { demoPrograms } from '#demo/accounts/programs.ts'
import { demoAppellants } from '#demo/applications/appellants.ts'
import { enrolleeRoles } from '#domain/access/policy.ts'
import { code, documentOf, table } from './markdown.ts'

/** For whom an account with no party in its row works: the NPI of some providers is chosen when the data is made. */
const withoutParty = (role: DemoAccount['role']): string =>
  role === 'signed-in'
    ? 'nobody yet'
    : enrolleeRoles.includes(role)
      ? 'their own practice; its NPI is chosen at the first start and shown on the dashboard'
      : 'the whole site'

const worksFor = ({ party, role }: DemoAccount): string =>
  party === ''
    ? withoutParty(role)
    : /^\d+$/.test(party)
      ? `NPI ${party}`
      : / /.test(party)
        ? party
        : `contractor ${code(party)}`

export const demoAccountsDocument = (): string =>
  documentOf(
    'Accounts of the demonstration',
    '`src/demo/accounts/accounts.ts`',
    'They exist only where demo mode is on, and everybody can know them. All of these people are invented.',
    `The password of each is ${code(DEMO_PASSWORD)}. The second factor is an authenticator app with the seed below, whose code ${code('/demo/codes')} shows; people of the provider side may also take a code by e-mail, shown at ${code('/demo/mailbox')}, but it is not enough for signing.`,
    table(
      ['User ID', 'Name', 'E-mail', 'Role', 'Works for', 'Finds', 'TOTP seed'],
      [...demoAccounts, ...demoDelegates, ...demoAppellants, ...Object.values(demoFilers)].map((a) => [
        code(a.loginId),
        a.name,
        a.email,
        code(a.role),
        worksFor(a),
        a.finds,
        code(a.totpSeed),
      ]),
    ),
    '## Programs',
    `Keys for \`Authorization: Bearer\`, at ${code('/api/v1')}; ${code('/developers')} says what can be asked.`,
    table(
      ['Program', 'Of', 'May', 'Key'],
      demoPrograms.map((p) => [p.name, p.party, p.scopes.map(code).join(', '), code(p.key)]),
    ),
  )
