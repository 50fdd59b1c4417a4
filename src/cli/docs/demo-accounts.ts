/** docs/demo-accounts.md: the accounts of a demonstration, which are no secret. Pure. */
import { DEMO_PASSWORD, demoAccounts } from '#demo/accounts.ts'
import { code, documentOf, table } from './markdown.ts'

export const demoAccountsDocument = (): string =>
  documentOf(
    'Accounts of the demonstration',
    '`src/demo/accounts.ts`',
    'They exist only where demo mode is on, and everybody can know them. All of these people are invented.',
    `The password of each is ${code(DEMO_PASSWORD)}. The second factor is an authenticator app with the seed below, whose code ${code('/demo/codes')} shows; people of the provider side may also take a code by e-mail, shown at ${code('/demo/mailbox')}, but it is not enough for signing.`,
    table(
      ['User ID', 'Name', 'E-mail', 'Role', 'Works for', 'Finds', 'TOTP seed'],
      demoAccounts.map((a) => [
        code(a.loginId),
        a.name,
        a.email,
        code(a.role),
        a.party === '' ? 'the whole site' : /^\d+$/.test(a.party) ? `NPI ${a.party}` : `contractor ${code(a.party)}`,
        a.finds,
        code(a.totpSeed),
      ]),
    ),
  )
