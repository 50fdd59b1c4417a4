/** Lines of one public list for a few people: as the published file has them, and as the record stands now. */
import type { Db } from '#db/db.ts'
import { npisNamed } from '#db/queries/public-files/named-people.ts'
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import { nameKey } from '#domain/party/name-key.ts'
import type { PublicFileKind } from '#domain/publication/layouts.ts'
import { beginsSo, oneSlipAway } from '#domain/publication/near-names.ts'
import type { PublicList } from '#domain/publication/public-list.ts'
import { type Cells, type Lines, type Making, orderingLines, pendingLines } from './person-rows.ts'
import { dueLines, optOutLines } from './record-rows.ts'

/** More than these are not shown: a fuller name finds fewer. */
export const MOST_PEOPLE = 100

async function* bothPending(m: Making): Lines {
  yield* pendingLines(true)(m)
  yield* pendingLines(false)(m)
}

/** Lists that can be asked for one person, with the file whose columns they have. */
export const publicLists = {
  'order-and-refer': { kind: 'order-referring', lines: orderingLines },
  revalidation: { kind: 'revalidation-due', lines: dueLines },
  'opt-out': { kind: 'opt-out', lines: optOutLines },
  pending: { kind: 'pending-physicians', lines: bothPending },
} as const satisfies Record<PublicList, { readonly kind: PublicFileKind; readonly lines: (m: Making) => Lines }>

export interface ListQuestion {
  readonly npi: string
  readonly last: string
  readonly first: string
  readonly on: Day
  readonly typeName: (code: string) => string
}
export interface ListAnswer {
  readonly lines: readonly Cells[]
  /** Nobody is called what was typed; these names are one slip away. */
  readonly near: boolean
  /** There are more people of this name than are looked at. */
  readonly more: boolean
}

/** By NPI when one is given, else by last name. */
export async function lookUpList(
  db: Db,
  permit: Permit<'public.view'>,
  list: PublicList,
  { npi, last, first, on, typeName }: ListQuestion,
): Promise<ListAnswer> {
  const linesOf = async (npis: readonly string[]): Promise<readonly Cells[]> => {
    const found: Cells[] = []
    if (npis.length === 0) return found
    for await (const page of publicLists[list].lines({ db, permit, on, typeName, npis })) found.push(...page)
    return found
  }
  if (npi !== '') return { lines: await linesOf([npi]), near: false, more: false }
  const named = (patterns: readonly string[]) =>
    npisNamed(db, permit, { patterns, first: nameKey(first), limit: MOST_PEOPLE + 1 })
  const exact = await named([beginsSo(last)])
  const lines = await linesOf(exact.slice(0, MOST_PEOPLE))
  if (lines.length > 0) return { lines, near: false, more: exact.length > MOST_PEOPLE }
  const close = await named(oneSlipAway(last))
  return { lines: await linesOf(close.slice(0, MOST_PEOPLE)), near: close.length > 0, more: close.length > MOST_PEOPLE }
}
