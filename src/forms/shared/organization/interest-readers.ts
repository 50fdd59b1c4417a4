/** How each section of the forms that names an owner or somebody with control says who it is and what to whom. Pure. */
import { organizationKinds } from '#domain/enrollment/ownership-roles.ts'
import type { OrganizationKind, OwnershipParty } from '#domain/ownership/party.ts'
import { type InterestRole, isInterestRole } from '#domain/ownership/roles.ts'
import type { Answers } from '../../kit/section.ts'

export interface ReadInterest {
  readonly party: Omit<OwnershipParty, 'id'> & { readonly taxId?: string; readonly npi?: string }
  /** Of whom; undefined is the enrolled organization. */
  readonly of?: string
  readonly roles: readonly InterestRole[]
  readonly percent: number | undefined
  readonly indirectPercent?: number | undefined
}

const said = (v: unknown): string => (typeof v === 'string' ? v : '')
const list = (v: unknown): readonly string[] => (Array.isArray(v) ? (v as string[]) : [])
const number = (v: unknown): number | undefined => {
  const n = v === undefined || v === '' ? Number.NaN : Number(v)
  return Number.isFinite(n) ? n : undefined
}
const kindsIn = (a: Answers): readonly OrganizationKind[] =>
  list(a.kinds).filter((k): k is OrganizationKind => (organizationKinds as readonly string[]).includes(k))

const addressIn = (a: Answers) => {
  const street = [a.line1, a.line2, a.city, [a.state, a.zip].filter(Boolean).join(' ')].filter(Boolean).map(said)
  return street.length > 1 ? { address: street.join(', ') } : {}
}
const organizationIn = (a: Answers, name = said(a.legalName ?? a.name)): ReadInterest['party'] => ({
  kind: 'organization',
  name,
  kinds: kindsIn(a),
  ...addressIn(a),
  ...(a.ein !== undefined && { taxId: said(a.ein) }),
  ...(a.npi !== undefined && { npi: said(a.npi) }),
})
const personIn = (a: Answers, name = [a.first, a.middle, a.last, a.suffix].filter(Boolean).join(' ')) => ({
  kind: 'person' as const,
  name,
  kinds: [],
  ...(a.title !== undefined && { title: said(a.title) }),
  ...(a.ssn !== undefined && { taxId: said(a.ssn) }),
})

const COMPANY =
  /\b(llc|l\.?p|llp|inc|corp|corporation|company|co|trust|fund|holdings?|partners|group|foundation|ltd|plc|bank)\b\.?/i
/** What somebody is who is called by one line; `otherwise` when the name does not say. */
export const partyKindOf = (name: string, otherwise: OwnershipParty['kind']): OwnershipParty['kind'] =>
  COMPANY.test(name) ? 'organization' : otherwise

/** Answers that are called otherwise than the roles they mean. */
const meant: Readonly<Record<string, InterestRole>> = {
  owner: 'direct-owner',
  shareholder: 'direct-owner',
  partner: 'general-partner',
  lender: 'mortgage',
  manager: 'managing-control',
  administrator: 'managing-employee',
  'contracted-manager': 'contracted-managing-employee',
}
/** Officials are among the people already; signing is no interest. */
const rolesIn = (v: unknown): readonly InterestRole[] => [
  ...new Set((typeof v === 'string' ? [v] : list(v)).flatMap((r) => meant[r] ?? (isInterestRole(r) ? [r] : []))),
]

const shared = (a: Answers) => ({
  roles: rolesIn(a.roles),
  percent: number(a.percent ?? a.share),
  indirectPercent: number(a.indirectPercent ?? a.percent ?? a.share),
})
const organizations = (a: Answers): ReadInterest => ({ party: organizationIn(a), ...shared(a) })
const people = (a: Answers): ReadInterest => ({ party: personIn(a), ...shared(a) })
const called = (a: Answers, kind: OwnershipParty['kind']): ReadInterest => ({
  party: { kind, name: said(a.name), kinds: [] },
  of: said(a.party),
  roles: rolesIn(a.position),
  percent: number(a.percent),
})

type Reader = (a: Answers) => ReadInterest | undefined
/** In the order in which a structure is read. */
export const readersOf: readonly (readonly [section: string, read: Reader])[] = [
  ['owner-organizations', organizations],
  ['facility-owners', organizations],
  ['owning-organizations', organizations],
  ['individuals', people],
  ['facility-people', people],
  ['owning-individuals', people],
  [
    'disclosable-parties',
    (a) => ({
      party: a.what === 'person' ? personIn(a, said(a.name)) : organizationIn(a),
      roles: ['disclosable-party'],
      percent: undefined,
    }),
  ],
  [
    'chain-home-office',
    (a) => {
      const party = organizationIn(a)
      return { party: { ...party, kinds: ['chain-home-office'] }, roles: ['chain-home-office'], percent: undefined }
    },
  ],
  ['owner-interests', (a) => called(a, a.what === 'person' ? 'person' : 'organization')],
  ['party-members', (a) => called(a, partyKindOf(said(a.name), 'person'))],
]
