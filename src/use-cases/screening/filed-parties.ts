/**
 * Whom a file names and by what each is found again: kept at signature, and by a job for what was signed before. A job
 * that was interrupted goes on with what is left.
 */
import type { Db } from '#db/db.ts'
import { listUnindexed } from '#db/queries/lists/filed-parties.ts'
import { type FiledParty, saveFiledParties } from '#db/records/application/filed-parties.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import { digitsOf } from '#domain/identifiers/tax-id.ts'
import { partyKeys } from '#domain/screening/filed-party.ts'
import type { NamedParty } from '#forms/form-reading.ts'
import type { File } from '#forms/kit/section.ts'
import { readingOf } from '#forms/readings.ts'
import { readSignedText } from '#letters/submitted-record.ts'
import { APPLICANT } from './screening-subjects.ts'

/** The number that the answers about a party give, as digits. */
export function taxIdIn(file: File, { section, item }: Pick<NamedParty, 'section' | 'item'>): string | undefined {
  const answers = file[section]?.find((i) => i.id === item)?.answers
  const said = answers?.ssn ?? answers?.ein
  return typeof said === 'string' && said !== '' ? digitsOf(said) : undefined
}

/** The applicant first, then everybody whom the file names. */
export function filedParties(form: string, file: File): readonly FiledParty[] {
  const reading = readingOf(form)
  const { name, otherNames = [], npi, bornOn, taxId } = reading.comparisonFacts(file, () => undefined)
  const names = [name.said, ...otherNames].map((n) => ({ ...n, ...(bornOn && { bornOn }), npi: npi.said }))
  const number = taxId && digitsOf(taxId.said)
  return [
    { id: APPLICANT, keys: partyKeys(number || undefined, names) },
    ...reading.namedParties(file).map((p) => ({ id: p.id, keys: partyKeys(taxIdIn(file, p), p.names) })),
  ]
}

/** Submissions of one transaction. */
const PAGE = 50

/** Gives how many submissions were done now. */
export async function indexFiledParties(db: Db, permit: Permit<'system.run'>): Promise<number> {
  let done = 0
  for (;;) {
    const page = await listUnindexed(db, permit, PAGE)
    if (page.length === 0) return done
    await transact(db, async (tx) => {
      for (const s of page)
        await saveFiledParties(tx, permit, s, filedParties(s.form, readSignedText(s.text).answers as File))
    })
    done += page.length
  }
}
