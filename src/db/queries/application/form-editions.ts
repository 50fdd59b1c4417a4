/** Reads of when editions of forms are in force and until when they are taken. Public knowledge: needs no permit. */
import type { EditionDates } from '#domain/application/edition-standing.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

export interface FormEdition extends EditionDates {
  readonly form: string
  readonly edition: string
  readonly cite: string
}

/** By form, oldest first. */
export async function listFormEditions(db: Db): Promise<readonly FormEdition[]> {
  const rows = await open(db).selectFrom('form_edition').selectAll().orderBy('form').orderBy('in_force_on').execute()
  return rows.map((r) => ({
    form: r.form,
    edition: r.edition,
    inForceOn: r.in_force_on,
    acceptedUntil: r.accepted_until ?? undefined,
    cite: r.cite,
  }))
}

export async function findFormEdition(db: Db, form: string, edition: string): Promise<FormEdition | undefined> {
  return (await listFormEditions(db)).find((e) => e.form === form && e.edition === edition)
}
