/** Two facts about each person of a party: the role in the account system, and the name on an enrollment that may sign. */
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { isRowId } from '../application/applications.ts'

export interface NamedSigner {
  readonly enrollmentId: string
  readonly form: string
  readonly state: string
  readonly name: string
  readonly as: 'practitioner' | 'authorized-official' | 'delegated-official'
  readonly title: string | undefined
}

/** Who the enrollments of the permit's party name as signers: practitioners themselves, officials of organizations. */
export async function listNamedSigners(db: Db, permit: Permit<'people.view'>): Promise<readonly NamedSigner[]> {
  const id = permit.subjectId
  const of = isRowId(id)
    ? sql<boolean>`n.enrollee_id = ${id}`
    : sql<boolean>`n.enrollee_id in (select enrollee_id from organization_enrollee where organization_id = ${id})`
  const people = await open(db)
    .selectFrom('enrollment as n')
    .innerJoin('enrollee as e', 'e.id', 'n.enrollee_id')
    .select(['n.id', 'n.form', 'n.state', 'e.display_name'])
    .where(of)
    .where('e.kind', '=', 'individual')
    .orderBy('n.id')
    .execute()
  const officials = await open(db)
    .selectFrom('enrollment as n')
    .innerJoin('enrollment_official as f', 'f.enrollment_id', 'n.id')
    .select(['n.id', 'n.form', 'n.state', 'f.name', 'f.role', 'f.title'])
    .where(of)
    .where('f.to_on', 'is', null)
    .orderBy('n.id')
    .orderBy('f.name')
    .execute()
  return [
    ...people.map((p) => ({
      enrollmentId: p.id,
      form: p.form,
      state: p.state,
      name: p.display_name,
      as: 'practitioner' as const,
      title: undefined,
    })),
    ...officials.map((o) => ({
      enrollmentId: o.id,
      form: o.form,
      state: o.state,
      name: o.name,
      as: o.role,
      title: o.title ?? undefined,
    })),
  ]
}
