/** Moratoria: the ended ones that the product knows, and those that this installation noted. A public fact. */
import { type Moratorium, pastMoratoria } from '#domain/screening/moratorium.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

export async function listMoratoria(db: Db): Promise<readonly Moratorium[]> {
  const rows = await open(db).selectFrom('moratorium').selectAll().orderBy('from_on').execute()
  return [
    ...pastMoratoria,
    ...rows.map((r) => ({
      supplierType: r.supplier_type,
      state: r.state,
      ...(r.county && { county: r.county }),
      from: r.from_on,
      ...(r.to_on && { to: r.to_on }),
      cite: r.cite,
      evidence: r.evidence,
    })),
  ]
}
