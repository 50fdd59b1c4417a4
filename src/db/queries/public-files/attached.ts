/** Rows of the files beside the enrollment file: reassignments, places, further specialties and NPIs. Reads only, in pages. */
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { inPages, isEnrolled, typeText } from './view.ts'

type Viewing = Permit<'public.view'>
type Cells = { readonly key: string; readonly cells: readonly string[] }

const running = (on: Day) => sql`r.from_on <= ${on} and (r.to_on is null or r.to_on >= ${on}) and r.known_to is null`

/** Pairs of enrollments that are both in force. */
export const pagesOfReassignments = (db: Db, _: Viewing, on: Day): AsyncGenerator<readonly Cells[]> =>
  inPages(
    async (after, limit) => {
      const { rows } = await sql<Cells>`
        select distinct r.from_enrollment_id || '/' || t.id as key, array[r.from_enrollment_id, t.id] as cells
        from reassignment r
        join enrollment t on t.id = coalesce(r.to_enrollment_id,
          (select min(g.id) from enrollment g join enrollee ge on ge.id = g.enrollee_id
           where ge.npi = r.to_npi and ${isEnrolled('g.id', on)}))
        where r.from_enrollment_id >= left(${after}, 15) and r.from_enrollment_id || '/' || t.id > ${after}
          and ${running(on)} and ${isEnrolled('r.from_enrollment_id', on)} and ${isEnrolled('t.id', on)}
        order by key limit ${limit}`.execute(open(db))
      return rows
    },
    (r) => r.key,
  )

/** City, state and ZIP code of the public places; never of one that its enrollee keeps out. */
export const pagesOfLocations = (db: Db, _: Viewing, on: Day): AsyncGenerator<readonly Cells[]> =>
  inPages(
    async (after, limit) => {
      const { rows } = await sql<Cells>`
        with place as (
          select distinct r.enrollment_id as id, upper(r.address ->> 'city') as city, r.address ->> 'state' as state,
            replace(r.address ->> 'zip', '-', '') as zip
          from enrollment_location r
          where r.public and r.enrollment_id >= left(${after}, 15) and ${running(on)} and ${isEnrolled('r.enrollment_id', on)})
        select key collate "C" as key, cells from (
          select id || '/' || city || '/' || state || '/' || zip as key, array[id, city, state, zip] as cells from place
        ) k where key collate "C" > ${after} order by key collate "C" limit ${limit}`.execute(open(db))
      return rows
    },
    (r) => r.key,
  )

export interface SpecialtyRow {
  readonly key: string
  readonly id: string
  readonly specialty: string
  readonly typeText: string | null
}
/** Of the approved application, and of an imported extract. */
export const pagesOfSpecialties = (db: Db, _: Viewing, on: Day): AsyncGenerator<readonly SpecialtyRow[]> =>
  inPages(
    async (after, limit) => {
      const { rows } = await sql<SpecialtyRow>`
        with further as (
          select s.enrollment_id as id, s.specialty from enrollment_specialty s where s.enrollment_id >= left(${after}, 15)
          union
          select v.enrollment_id, '14-' || a.value
          from enrollment_version v,
            jsonb_each_text(coalesce(v.answers #> '{physician-specialty,0,answers}', '{}')) a
          where v.known_to is null and v.effective_from <= ${on}
            and (v.effective_to is null or v.effective_to >= ${on})
            and a.key like 'secondary%' and v.enrollment_id >= left(${after}, 15))
        select f.id || '/' || f.specialty as key, f.id, f.specialty, ${typeText('f.specialty')} as "typeText"
        from further f where f.id || '/' || f.specialty > ${after} and ${isEnrolled('f.id', on)}
        order by key limit ${limit}`.execute(open(db))
      return rows
    },
    (r) => r.key,
  )

export const pagesOfAdditionalNpis = (db: Db, _: Viewing, on: Day): AsyncGenerator<readonly Cells[]> =>
  inPages(
    async (after, limit) => {
      const { rows } = await sql<Cells>`
        select a.enrollment_id || '/' || a.npi as key, array[a.enrollment_id, a.npi] as cells from enrollment_npi a
        where (a.enrollment_id, a.npi) > (left(${after}, 15), substr(${after}, 17)) and ${isEnrolled('a.enrollment_id', on)}
        order by a.enrollment_id, a.npi limit ${limit}`.execute(open(db))
      return rows
    },
    (r) => r.key,
  )
