/**
 * Attachment 1: who governs, owns and manages a nursing facility, its additional disclosable parties and how each of
 * them is made up (42 U.S.C. 1320a-3(c), 42 CFR 424.502, 424.516(g); 88 FR 80141). Takes the place of sections 5 and 6.
 */
import { organizationKinds } from '#domain/enrollment/ownership-roles.ts'
import { choice, choices, date, ein, longText, percent, ssn, text } from '../kit/kinds.ts'
import { section } from '../kit/section.ts'
import { address } from '../shared/address.ts'
import { adverseActionsOf, hasAdverseActions } from '../shared/adverse-legal-action.ts'
import { personName } from '../shared/person-name.ts'

const isFacility = { section: 'enrollment', question: 'provider', is: 'skilled-nursing' } as const
const asked = { paper: 'Att. 1', sensitivity: 'internal' } as const
const owning = { question: 'roles', is: ['owner', 'partner'] } as const

export const facilityPeople = section({
  id: 'facility-people',
  repeats: { min: 1, max: 1000 },
  when: isFacility,
  questions: {
    ...personName('Att. 1', 'internal'),
    title: { kind: text(60), ...asked },
    bornOn: { kind: date('past'), paper: 'Att. 1', sensitivity: 'restricted' },
    ssn: { kind: ssn, paper: 'Att. 1', sensitivity: 'restricted' },
    roles: {
      kind: choices(
        'governing-body',
        'officer',
        'director',
        'member',
        'partner',
        'trustee',
        'managing-employee',
        'administrator',
        'medical-director',
        'owner',
      ),
      ...asked,
    },
    percent: { kind: percent, ...asked, when: owning },
    since: { kind: date('past'), ...asked },
  },
  listChecks: [
    {
      id: 'administrator-and-medical-director',
      code: 'facility-head-missing',
      cite: '42 CFR 424.502',
      holds: (items) =>
        ['administrator', 'medical-director'].every((role) =>
          items.some((i) => ((i.answers.roles as readonly string[] | undefined) ?? []).includes(role)),
        ),
    },
  ],
})

export const facilityOwners = section({
  id: 'facility-owners',
  repeats: { min: 0, max: 500 },
  when: isFacility,
  questions: {
    legalName: { kind: text(70), ...asked },
    doingBusinessAs: { kind: text(70), ...asked, optional: true },
    ein: { kind: ein, ...asked },
    ...address('', 'Att. 1', 'internal'),
    kinds: { kind: choices(...organizationKinds), ...asked },
    roles: { kind: choices('owner', 'indirect-owner', 'partner', 'member', 'mortgage', 'managing-control'), ...asked },
    percent: {
      kind: percent,
      ...asked,
      when: { question: 'roles', is: ['owner', 'indirect-owner', 'partner', 'mortgage'] },
    },
    since: { kind: date('past'), ...asked },
  },
})

export const disclosableParties = section({
  id: 'disclosable-parties',
  repeats: { min: 0, max: 500 },
  when: isFacility,
  questions: {
    what: { kind: choice('organization', 'person'), ...asked },
    name: { kind: text(100), ...asked },
    ein: { kind: ein, ...asked, when: { question: 'what', is: 'organization' } },
    ssn: { kind: ssn, paper: 'Att. 1', sensitivity: 'restricted', when: { question: 'what', is: 'person' } },
    ...address('', 'Att. 1', 'internal'),
    does: {
      kind: choices(
        'control',
        'policies',
        'cash-management',
        'real-estate',
        'administrative',
        'clinical-consulting',
        'financial-services',
      ),
      ...asked,
    },
    services: { kind: longText(500), ...asked },
    kinds: { kind: choices(...organizationKinds), ...asked, when: { question: 'what', is: 'organization' } },
    since: { kind: date('past'), ...asked },
  },
})

/** Officers, members, partners and owners of each owner and each disclosable party. */
export const partyMembers = section({
  id: 'party-members',
  repeats: { min: 0, max: 2000 },
  when: isFacility,
  questions: {
    party: { kind: text(100), ...asked },
    name: { kind: text(100), ...asked },
    position: {
      kind: choice('officer', 'director', 'member', 'manager', 'partner', 'trustee', 'shareholder', 'owner'),
      ...asked,
    },
    percent: {
      kind: percent,
      ...asked,
      when: { question: 'position', is: ['partner', 'shareholder', 'owner', 'member'] },
    },
  },
})

export const facilityLegalHistory = hasAdverseActions('facility-legal-history', 'Att. 1', isFacility)
export const facilityLegalActions = adverseActionsOf('facility-legal-actions', 'Att. 1', {
  section: 'facility-legal-history',
  question: 'any',
  is: true,
})
