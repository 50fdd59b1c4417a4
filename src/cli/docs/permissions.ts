/** docs/generated/permissions.md: who may do what, so that a change of rights is a difference anybody can read. Pure. */
import { type Action, type Grant, policy, reaches, roles } from '#domain/access/policy.ts'
import { code, documentOf, table } from './markdown.ts'

/** Exhaustive: a new reach is not printed before it has words. */
const inWords: Readonly<Record<keyof typeof reaches, string>> = {
  sameEnrollee: 'of the enrollee they work for',
  withView: 'of the enrollee they work for, when given "view"',
  withPrepare: 'of the enrollee they work for, when given "prepare"',
  withManageEnrollment: 'of the enrollee they work for, when given "manage-enrollment"',
  withCorrespondence: 'of the enrollee they work for, when given "correspondence"',
  withRoster: 'of the enrollee they work for, when given "roster"',
  sameParty: 'of the party whose own people they are',
  eitherSide: 'between two enrollees, of which they work for one',
  eitherSideWithRoster: 'between two enrollees, of which they work for one, when given "roster"',
  eitherSideAsSigner: 'between two enrollees, of which they work for one, and only when named as signer',
  sameContractor: 'of their contractor',
  namedAsSigner: 'of their own enrollee, and only when named as signer',
  namedAsDelegate: 'of their own enrollee, when named as signer of a change and on record as delegated official',
  own: 'their own',
  anywhere: 'any',
}

export const reachOf = (grant: Grant): keyof typeof reaches => {
  const found = (Object.keys(reaches) as (keyof typeof reaches)[]).find((name) => reaches[name] === grant.reach)
  if (!found) throw new Error('the policy uses a reach that `reaches` does not name')
  return found
}

const actions = Object.keys(policy) as Action[]
const grantsOf = (action: Action): readonly Grant[] => policy[action]

export function permissionsDocument(): string {
  return documentOf(
    'Who may do what',
    '`src/domain/access/policy.ts`',
    'What is not listed is refused, and shown exactly as something that does not exist.',
    '## By action',
    table(
      ['Action', 'Role', 'On'],
      actions.flatMap((action) =>
        grantsOf(action).flatMap((g) => g.who.map((role) => [code(action), code(role), inWords[reachOf(g)]])),
      ),
    ),
    '## By role',
    roles
      .map((role) => {
        const held = actions.filter((a) => grantsOf(a).some((g) => g.who.includes(role)))
        return `* ${code(role)}: ${held.length > 0 ? held.map(code).join(', ') : 'nothing yet'}`
      })
      .join('\n'),
  )
}
