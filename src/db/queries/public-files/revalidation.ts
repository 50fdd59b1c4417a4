/** Rows of the two revalidation lists, with what a due date is worked out from. Reads only, in pages. */
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import { revalidationDue } from '#domain/time/revalidation.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { inPages, isEnrolled, type NamedRow, nameColumns, onlyNpis, typeText } from './view.ts'

type Viewing = Permit<'public.view'>
interface DueFacts {
  readonly form: string
  readonly began: Day
  readonly received: readonly Day[]
  readonly setOn: Day | null
  readonly keptSince: Day
}
const due = (r: DueFacts): Day | undefined =>
  revalidationDue({
    form: r.form,
    began: r.began,
    receivedOn: r.received,
    setOn: r.setOn ?? undefined,
    keptSince: r.keptSince,
  })

/** Facts of enrollment `n`, as domain/time/revalidation.ts asks for them. */
const facts = (n: string) => sql`${sql.ref(`${n}.form`)} as form,
  (select min(bp.from_on) from enrollment_period bp where bp.enrollment_id = ${sql.ref(`${n}.id`)} and bp.known_to is null)
    as began,
  array(select ra.received_on::text from application ra where ra.enrollment_id = ${sql.ref(`${n}.id`)}
    and ra.reason in ('revalidation', 'reactivation') and ra.status = 'approved' and ra.received_on is not null) as received,
  (select rd.due_on from revalidation_date rd where rd.enrollment_id = ${sql.ref(`${n}.id`)}
    order by rd.set_at desc, rd.id limit 1) as "setOn",
  (select (${sql.ref(`${n}.created_at`)} at time zone kc.time_zone)::date::text from contractor kc
    where kc.id = ${sql.ref(`${n}.contractor_id`)}) as "keptSince"`

const believed = (on: Day) => sql`r.known_to is null and r.from_on <= ${on} and (r.to_on is null or r.to_on >= ${on})`

/** How many enrolled ones stand on the other side of the reassignments of enrollment `n`. */
const linked = (other: 'from' | 'to', on: Day) => {
  const [theirs, own] = other === 'to' ? ['to', 'from'] : ['from', 'to']
  const [there, here] = [`r.${theirs}_enrollment_id`, `r.${own}_enrollment_id`]
  return sql`(select count(distinct ${sql.ref(there)}) from reassignment r
    where ${sql.ref(here)} = n.id and ${believed(on)} and ${isEnrolled(there, on)})`
}

export interface DueRow extends NamedRow {
  readonly id: string
  readonly npi: string
  readonly state: string
  readonly specialty: string
  readonly typeText: string | null
  readonly gives: number
  readonly receives: number
  readonly due: Day | undefined
}

/** Everybody enrolled on the day; `due` is undefined for those who are never revalidated. */
export const pagesOfDue = (db: Db, _: Viewing, on: Day, npis?: readonly string[]): AsyncGenerator<readonly DueRow[]> =>
  inPages(
    async (after, limit) => {
      const { rows } = await sql<Omit<DueRow, 'due'> & DueFacts>`
        select n.id, e.npi, n.state, n.specialty, ${typeText('n.specialty')} as "typeText", ${nameColumns}, ${facts('n')},
          ${linked('to', on)} as gives,
          ${linked('from', on)} as receives
        from enrollment n join enrollee e on e.id = n.enrollee_id
        where n.id > ${after} and ${isEnrolled('n.id', on)} ${onlyNpis('e.npi', npis)}
        order by n.id limit ${limit}`.execute(open(db))
      return rows.map((r) => ({ ...r, due: due(r) }))
    },
    (r) => r.id,
  )

interface Side {
  readonly id: string
  readonly associate: string
  readonly state: string
  readonly due: Day | undefined
}
export interface MemberRow {
  readonly key: string
  readonly group: Side & { readonly name: string; readonly members: number }
  readonly member: Side & NamedRow & { readonly npi: string; readonly specialty: string; readonly groups: number }
}

/** Who reassigns to whom, by group. */
export const pagesOfMembers = (db: Db, _: Viewing, on: Day): AsyncGenerator<readonly MemberRow[]> =>
  inPages(
    async (after, limit) => {
      const { rows } = await sql<{ key: string; g: Side & DueFacts & { name: string; members: number }; m: Row }>`
        select r.to_enrollment_id || '/' || r.from_enrollment_id as key, to_jsonb(g) as g, to_jsonb(m) as m
        from (select distinct r.to_enrollment_id, r.from_enrollment_id from reassignment r
          where r.to_enrollment_id >= left(${after}, 15) and ${believed(on)}
            and r.to_enrollment_id || '/' || r.from_enrollment_id > ${after}
            and ${isEnrolled('r.from_enrollment_id', on)} and ${isEnrolled('r.to_enrollment_id', on)}
          order by 1, 2 limit ${limit}) o
        cross join lateral (select o.to_enrollment_id, o.from_enrollment_id) r
        cross join lateral (
          select n.id, coalesce(e.associate_id, '') as associate, n.state, upper(e.display_name) as name, ${facts('n')},
            ${linked('from', on)} as members
          from enrollment n join enrollee e on e.id = n.enrollee_id where n.id = r.to_enrollment_id) g
        cross join lateral (
          select n.id, e.npi, coalesce(e.associate_id, '') as associate, n.state, n.specialty, ${nameColumns}, ${facts('n')},
            ${linked('to', on)} as groups
          from enrollment n join enrollee e on e.id = n.enrollee_id where n.id = r.from_enrollment_id) m
        order by 1`.execute(open(db))
      return rows.map(({ key, g, m }) => ({ key, group: { ...g, due: due(g) }, member: { ...m, due: due(m) } }))
    },
    (r) => r.key,
  )
type Row = Omit<MemberRow['member'], 'due'> & DueFacts
