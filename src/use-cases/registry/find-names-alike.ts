/**
 * What stands below the names that begin as asked: names with the same words in another order, and names that a typing
 * error makes of it, best first, each with whether it is enrolled on the day. Nothing is written down about who asked.
 */
import type { Db } from '#db/db.ts'
import { findNamesAlike } from '#db/queries/registry-files/similar-names.ts'
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { Snapshot } from '#domain/eligibility/snapshot.ts'
import type { RegistryProvider } from '#domain/party/registry-provider.ts'
import { type AskedName, askedWords, bySimilarity } from '#domain/registry/name-words.ts'
import { isEnrolledOn } from '../eligibility/look-up-provider.ts'

export interface AlikeNames {
  readonly byWords: AlikeList
  readonly similar: AlikeList
  /** The search was ended before it was done, so that nothing can be said. */
  readonly late?: true
}
export interface AlikeList {
  readonly found: readonly { readonly registry: RegistryProvider; readonly enrolled: boolean }[]
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
  const list = (found: readonly RegistryProvider[]): AlikeList => ({
    found: bySimilarity(words, found)
      .slice(0, SHOWN)
      .map((registry) => ({ registry, enrolled: isEnrolledOn(snapshot, registry.npi, on) })),
    more: found.length > SHOWN,
  })
  try {
    const { byWords, similar } = await findNamesAlike(db, permit, asked)
    return { byWords: list(byWords), similar: list(similar) }
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault && fault.code === CANCELED)) throw fault
    return { byWords: list([]), similar: list([]), late: true }
  }
}
