/** Moratoria: the ended ones that the product knows, and those that this installation noted. A public fact. */
import { notedMoratoria } from '#domain/policies/noted-moratoria.ts'
import { type Moratorium, pastMoratoria } from '#domain/screening/moratorium.ts'
import type { Db } from '../../db.ts'
import { policiesInForce } from '../policies/desk-policies.ts'

export async function listMoratoria(db: Db): Promise<readonly Moratorium[]> {
  const noted = [...(await policiesInForce(db, 'moratoria')).values()].flatMap(notedMoratoria)
  return [...pastMoratoria, ...noted.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))]
}
