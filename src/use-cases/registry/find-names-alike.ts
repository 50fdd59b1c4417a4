/**
 * What stands below the names that begin as asked: names with the same words in another order, names that a typing
 * error makes of it, and then short forms of given names and names that sound alike, best first, each with why and whether it is enrolled on the day. Nothing is written down about who asked.
 */
import type { Db } from '#db/db.ts'
import { findNamesAlike } from '#db/queries/registry-files/similar-names.ts'
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { Snapshot } from '#domain/eligibility/snapshot.ts'
import type { RegistryProvider } from '#domain/party/registry-provider.ts'
import { type AskedName, askedWords, bySimilarity } from '#domain/registry/name-words.ts'
import { byHearing, type WhyAlike, whyAlike } from '#domain/registry/names-heard.ts'
import { isEnrolledOn } from '../eligibility/look-up-provider.ts'

export interface AlikeNames {
  readonly byWords: AlikeList
  readonly similar: AlikeList
  readonly heard: AlikeList
  /** The search was ended before it was done, so that nothing can be said. */
  readonly late?: true
}
export interface AlikeName {
  readonly registry: RegistryProvider
  readonly enrolled: boolean
  /** A reason for each word that the name has in another form than it was typed. */
  readonly why: readonly WhyAlike[]
}
export interface AlikeList {
  readonly found: readonly AlikeName[]
  /** There are more than are shown. */
  readonly more: boolean
}

const SHOWN = 20
/** PostgreSQL ended a statement that took too long (query_canceled). */
const CANCELED = '57014'

export async function listNamesAlike(
  db: Db,
  permit: Permit<'public.view'>,
  snapshot: Snapshot,
  { on, ...asked }: AskedName & { readonly on: Day },
): Promise<AlikeNames> {
  const words = askedWords(asked)
  const withWhy = (provider: RegistryProvider) => ({ provider, why: whyAlike(words, asked, provider) })
  const list = (ranked: readonly ReturnType<typeof withWhy>[]): AlikeList => ({
    found: ranked
      .slice(0, SHOWN)
      .map(({ provider, why }) => ({ registry: provider, enrolled: isEnrolledOn(snapshot, provider.npi, on), why })),
    more: ranked.length > SHOWN,
  })
  const alike = (found: readonly RegistryProvider[]) => list(bySimilarity(words, found).map(withWhy))
  try {
    const { byWords, similar, heard } = await findNamesAlike(db, permit, asked)
    return { byWords: alike(byWords), similar: alike(similar), heard: list(byHearing(heard.map(withWhy))) }
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault && fault.code === CANCELED)) throw fault
    return { byWords: list([]), similar: list([]), heard: list([]), late: true }
  }
}
