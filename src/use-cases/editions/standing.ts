/** The edition that an application was begun on, beside the form of today. Reads only. */
import type { Db } from '#db/db.ts'
import type { ApplicationHeader } from '#db/queries/application/applications.ts'
import { findFormEdition } from '#db/queries/application/form-editions.ts'
import { type EditionStanding, editionStanding } from '#domain/application/edition-standing.ts'
import { allows } from '#domain/application/lifecycle.ts'
import { dayIn } from '#domain/dates.ts'
import type { Problem } from '#domain/result.ts'
import { readingOf } from '#forms/readings.ts'

/** On the contractor's day. What was sent stays on its edition, whatever came after. */
export async function editionOf(db: Db, header: ApplicationHeader, now: Date): Promise<EditionStanding> {
  const { form, edition } = header
  const current = readingOf(form).form.edition
  if (edition === current || !allows(header.status, 'submit')) return { state: 'current' }
  const known = await findFormEdition(db, form, edition)
  return editionStanding(edition, current, known, dayIn(header.contractorZone, now))
}

/** One problem for a draft on an edition that is not taken any more. */
export async function editionOver(db: Db, header: ApplicationHeader, now: Date): Promise<readonly Problem[]> {
  const { state } = await editionOf(db, header, now)
  return state === 'over' ? [{ code: 'edition-over', with: { edition: header.edition } }] : []
}
