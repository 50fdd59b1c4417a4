/** Sections 5 and 6: organizations and people with an ownership interest in the enrollee or control of it (42 CFR 420.201-206). */
import {
  heldDirectly,
  individualRoles,
  organizationKinds,
  organizationRoles,
  runsDaily,
} from '#domain/enrollment/ownership-roles.ts'
import { choices, date, ein, npi, percent, ssn, text, yesNo } from '../../kit/kinds.ts'
import { type Check, type ListCheck, type SectionWhen, section } from '../../kit/section.ts'
import { address } from '../address.ts'
import { adverseActionsOf, hasAdverseActions } from '../adverse-legal-action.ts'
import { personName } from '../person-name.ts'
import { notOrganizationNpi } from './identity.ts'

/** Nobody below five percent is an owner in the sense of these sections (42 CFR 420.201). */
const atLeastFive = (role: string, at: string): Check => ({
  id: `${at}-at-least-five`.toLowerCase(),
  at,
  code: 'not-plausible',
  cite: '42 CFR 420.201',
  holds: (a) => !((a.roles as readonly string[] | undefined) ?? []).includes(role) || Number(a[at]) >= 5,
})
const shares = (paper: string) =>
  ({
    percent: {
      kind: percent,
      paper,
      sensitivity: 'internal',
      when: { question: 'roles', is: heldDirectly },
    },
    indirectPercent: {
      kind: percent,
      paper,
      sensitivity: 'internal',
      when: { question: 'roles', is: 'indirect-owner' },
    },
    since: { kind: date('past'), paper, sensitivity: 'internal' },
  }) as const
const shareChecks = [atLeastFive('direct-owner', 'percent'), atLeastFive('indirect-owner', 'indirectPercent')]

export const anyOwners = (paper: string, gate?: SectionWhen) =>
  section({
    id: 'owners',
    ...(gate && { when: gate }),
    questions: { any: { kind: yesNo, paper, sensitivity: 'internal' } },
  })

const owned = { section: 'owners', question: 'any', is: true } as const

export const ownerOrganizations = (paper: string) =>
  section({
    id: 'owner-organizations',
    repeats: { min: 1, max: 500 },
    when: owned,
    questions: {
      legalName: { kind: text(70), paper, sensitivity: 'internal' },
      doingBusinessAs: { kind: text(70), paper, sensitivity: 'internal', optional: true },
      ein: { kind: ein, paper, sensitivity: 'internal' },
      npi: { kind: npi, paper, sensitivity: 'internal', optional: true },
      ...address('', paper, 'internal'),
      kinds: { kind: choices(...organizationKinds), paper, sensitivity: 'internal' },
      roles: { kind: choices(...organizationRoles), paper, sensitivity: 'internal' },
      ...shares(paper),
    },
    checks: [notOrganizationNpi('npi'), ...shareChecks],
  })

export const ownersLegalHistory = (paper: string) => hasAdverseActions('owners-legal-history', paper, owned)
export const ownersLegalActions = (paper: string) =>
  adverseActionsOf('owners-legal-actions', paper, { section: 'owners-legal-history', question: 'any', is: true })

const managed: ListCheck = {
  id: 'somebody-manages',
  code: 'managing-employee-missing',
  cite: '42 CFR 424.502',
  holds: (items) =>
    items.some((i) =>
      runsDaily.some((role) => ((i.answers.roles as readonly string[] | undefined) ?? []).includes(role)),
    ),
}

export const individuals = (paper: string, gate?: SectionWhen) =>
  section({
    id: 'individuals',
    repeats: { min: 1, max: 1000 },
    ...(gate && { when: gate }),
    questions: {
      ...personName(paper, 'internal'),
      title: { kind: text(60), paper, sensitivity: 'internal' },
      bornOn: { kind: date('past'), paper, sensitivity: 'restricted' },
      birthPlace: { kind: text(60), paper, sensitivity: 'internal', optional: true },
      ssn: { kind: ssn, paper, sensitivity: 'restricted' },
      roles: { kind: choices(...individualRoles), paper, sensitivity: 'internal' },
      ...shares(paper),
    },
    checks: [
      ...shareChecks,
      {
        id: 'born-before-role',
        at: 'since',
        code: 'date-before',
        holds: (a) => String(a.since) > String(a.bornOn ?? ''),
      },
    ],
    listChecks: [managed],
  })

/** `gate` is that of the list of people. */
export const individualsLegalHistory = (paper: string, gate?: SectionWhen) =>
  hasAdverseActions('individuals-legal-history', paper, gate)
export const individualsLegalActions = (paper: string) =>
  adverseActionsOf('individuals-legal-actions', paper, {
    section: 'individuals-legal-history',
    question: 'any',
    is: true,
  })
