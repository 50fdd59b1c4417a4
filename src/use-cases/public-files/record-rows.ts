/** Lines of the revalidation lists, revocations, opt-outs and owners, as cells. */
import { pagesOfOwners, type RecordedOwner } from '#db/queries/public-files/owners.ts'
import { pagesOfDue, pagesOfMembers } from '#db/queries/public-files/revalidation.ts'
import { pagesOfOptedOut, pagesOfRevoked } from '#db/queries/public-files/sanctioned.ts'
import type { Day } from '#domain/dates.ts'
import { revocationReasons } from '#domain/decisions/reasons.ts'
import { ordersOfSpecialty } from '#domain/eligibility/orders-by-specialty.ts'
import { optOutTerm } from '#domain/enrollment/opt-out.ts'
import { kindColumns, type OwnerRow } from '#domain/ownership/all-owners.ts'
import { isInterestRole } from '#domain/ownership/roles.ts'
import { publicFileLayouts } from '#domain/publication/layouts.ts'
import {
  facilityTypes,
  type OwnersFacility,
  publishedRoleCode,
  publishedRoleTexts,
} from '#domain/publication/owner-cells.ts'
import { type Cells, type Lines, type Making, organizationOf, personOf, typeOf, yes } from './person-rows.ts'

/** Which payment system an enrollment is of, as the due date list says it. */
const enrollmentType = (specialty: string): readonly [number, string] =>
  specialty.startsWith('00-') ? [1, 'Part A'] : specialty.startsWith('30-') ? [2, 'DME'] : [3, 'Non-DME Part B']

/** "PRACTITIONER - FAMILY PRACTICE" without what stands before. */
const shortType = (text: string): string => text.replace(/^.*? - /, '')

export async function* dueLines(m: Making): Lines {
  for await (const page of pagesOfDue(m.db, m.permit, m.on, m.npis))
    yield page.flatMap((r) => {
      if (!r.due) return []
      const { first, last } = personOf(r)
      const [number, text] = enrollmentType(r.specialty)
      const kind = [number, text, shortType(typeOf(m, r.specialty, r.typeText))]
      const links = r.kind === 'individual' ? [r.gives, ''] : ['', r.receives]
      return [[r.id, r.npi, first, last, organizationOf(r), r.state, ...kind, r.due, '', ...links]]
    })
}

export async function* memberLines(m: Making): Lines {
  for await (const page of pagesOfMembers(m.db, m.permit, m.on))
    yield page.map(({ group: g, member: i }) => {
      const { first, last } = personOf(i)
      return [
        ...[g.associate, g.id, g.name, g.state, g.due, g.members, 'Reassignment'],
        ...[i.associate, i.id, i.npi, first, last, i.state, shortType(typeOf(m, i.specialty, null)), i.due, i.groups],
      ]
    })
}

/** "424.535(A)(1) Noncompliance". */
const reasonText = (reason: string, on: Day): string => {
  const cite = revocationReasons.on(on)[reason]?.cite.replace('42 CFR ', '').toUpperCase() ?? ''
  const words = reason.replaceAll('-', ' ').replace(/\b[a-z]/g, (c) => c.toUpperCase())
  return `${cite} ${words}`.trim()
}

export async function* revocationLines(m: Making): Lines {
  for await (const page of pagesOfRevoked(m.db, m.permit, m.on))
    yield page.map((r) => {
      const { first, middle, last } = personOf(r)
      const reason = r.listedReason ?? r.reasons.map((x) => reasonText(x, r.effectiveOn)).join('; ')
      const type = typeOf(m, r.specialty, r.typeText)
      const who = [r.id, r.npi, first, middle, last, organizationOf(r), yes(r.severalNpis), r.state]
      return [...who, type, reason, r.effectiveOn, r.barUntil]
    })
}

const american = (d: Day | null): string => (d ? `${d.slice(5, 7)}/${d.slice(8)}/${d.slice(0, 4)}` : '')

export async function* optOutLines(m: Making): Lines {
  for await (const page of pagesOfOptedOut(m.db, m.permit, m.on, m.npis))
    yield page.map((r) => {
      const { first, last } = personOf(r)
      const l = r.listed
      const until = l && l.until >= m.on ? l.until : optOutTerm(r.from, m.on).to
      const may = l ? l.may_order : !r.excluded && ordersOfSpecialty(r.specialty).length > 0
      const place = l ? [l.line1, l.line2, l.city, l.state, l.zip] : ['', '', '', '', '']
      const dates = [american(r.from), american(until)]
      const specialty = l?.specialty ?? m.typeName(r.specialty)
      return [first, last, r.npi, specialty, ...dates, ...place, yes(may), american(l ? l.updated : r.updatedOn)]
    })
}

export const ownerLines = (facility: OwnersFacility) =>
  async function* (m: Making): Lines {
    const columns = publicFileLayouts[`owners-${facility}`].columns
    const asked = { facility, types: facilityTypes[facility], on: m.on }
    for await (const page of pagesOfOwners(m.db, m.permit, asked))
      yield page.map((r): Cells => {
        const cells: Readonly<Record<string, string | number>> = r.own
          ? ofRecord(r.own)
          : r.published
            ? ofFile(r.published)
            : {}
        const facts = { 'ENROLLMENT ID': r.id, 'ASSOCIATE ID': r.associate, 'ORGANIZATION NAME': r.organization }
        return columns.map((c) => ({ ...cells, ...facts })[c])
      })
  }

/** No address of a person is published. */
function ofRecord(o: RecordedOwner): Readonly<Record<string, string | number>> {
  const role = isInterestRole(o.role) ? o.role : 'other'
  const words = o.name.split(/\s+/)
  const name =
    o.kind === 'person'
      ? {
          'FIRST NAME - OWNER': words.length > 1 ? words[0]! : '',
          'MIDDLE NAME - OWNER': words.slice(1, -1).join(' '),
          'LAST NAME - OWNER': words.at(-1) ?? '',
          'TITLE - OWNER': o.title ?? '',
        }
      : { 'ORGANIZATION NAME - OWNER': o.name, 'ADDRESS LINE 1 - OWNER': o.address ?? '' }
  return {
    'TYPE - OWNER': o.kind === 'person' ? 'I' : 'O',
    'ROLE CODE - OWNER': publishedRoleCode(role),
    'ROLE TEXT - OWNER': publishedRoleTexts[role],
    'ASSOCIATION DATE - OWNER': o.since,
    'PERCENTAGE OWNERSHIP': o.millionths === null ? '' : o.millionths / 10_000,
    ...name,
    ...kindCells(o.kind, o.kinds),
  }
}

function ofFile(r: OwnerRow): Readonly<Record<string, string | number>> {
  return {
    'ASSOCIATE ID - OWNER': r.ownerAssociateId,
    'TYPE - OWNER': r.kind === 'person' ? 'I' : 'O',
    'ROLE CODE - OWNER': r.roleCode,
    'ROLE TEXT - OWNER': r.roleText,
    'ASSOCIATION DATE - OWNER': r.since ?? '',
    'FIRST NAME - OWNER': r.first,
    'MIDDLE NAME - OWNER': r.middle,
    'LAST NAME - OWNER': r.last,
    'TITLE - OWNER': r.title,
    'ORGANIZATION NAME - OWNER': r.kind === 'person' ? '' : r.name,
    'DOING BUSINESS AS NAME - OWNER': r.doingBusinessAs,
    'ADDRESS LINE 1 - OWNER': r.address.line1,
    'ADDRESS LINE 2 - OWNER': r.address.line2,
    'CITY - OWNER': r.address.city,
    'STATE - OWNER': r.address.state,
    'ZIP CODE - OWNER': r.address.zip,
    'PERCENTAGE OWNERSHIP': r.percent ?? '',
    ...kindCells(r.kind, r.kinds),
  }
}

/** "Trust" and "other type" are one kind here; a file says "other type" of both. */
const kindCells = (kind: 'person' | 'organization', kinds: readonly string[]): Readonly<Record<string, string>> =>
  kind === 'person'
    ? {}
    : Object.fromEntries(
        Object.entries(kindColumns).map(([column, k]) => [
          column,
          column.startsWith('TRUST') ? 'N' : yes(kinds.includes(k)),
        ]),
      )
