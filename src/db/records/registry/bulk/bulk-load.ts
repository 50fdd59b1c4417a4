/**
 * The rows of a full load of the registry, written by COPY into tables of its own: each parcel with the byte at which
 * the next one begins, in one transaction. What would need an index (is an NPI there already?) is kept in memory.
 */
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { RegistryProvider } from '#domain/party/registry-provider.ts'
import { hasNearKeys, nameWords } from '#domain/registry/name-words.ts'
import { searchTerms } from '#domain/registry/search-terms.ts'
import type { Db } from '../../../db.ts'
import { type Copying, startCopying } from '../../../kit/copying.ts'
import { open } from '../../../kit/open.ts'
import { transact } from '../../transact.ts'
import { advanceImport, countBatch, type Loading, type Quarantined } from '../registry.ts'
import { stored } from '../registry-rows.ts'
import { copyLine } from './copy-text.ts'
import { type NpiSet, npiSet } from './npi-set.ts'
import { makePartitions, partitionOf, wordsOf } from './partitions.ts'
import { textBuffer } from './text-buffer.ts'

type Operator = Permit<'registry.manage'>

export interface BulkLoad {
  /** Takes rows into the parcel that is being filled; gives the indexes of those whose NPI the load already has. */
  add(rows: readonly RegistryProvider[]): readonly number[]
  /** Bytes of the parcel that is being filled. */
  filled(): number
  /** Writes it. False when somebody else wrote it or gave the load up. One at a time; the next may be filled meanwhile. */
  write(from: number, next: Loading['next'], added: number, setAside: readonly Quarantined[]): Promise<boolean>
  close(): Promise<void>
}

/** So many words are remembered as written; further ones may be written twice, which is put right at the end. */
const WORDS = 50_000

/** Begins, or goes on where the load's tables end. undefined when the load is no longer ours. */
export async function startBulkLoad(db: Db, permit: Operator, load: Loading): Promise<BulkLoad | undefined> {
  const copying = await startCopying(db)
  try {
    const ours = await transact(copying.db, async (tx) => {
      const held = await open(tx)
        .selectFrom('source_import')
        .select('id')
        .where('id', '=', load.id)
        .where('status', '=', 'loading')
        .forUpdate()
        .executeTakeFirst()
      if (held) await makePartitions(tx, load.id)
      return held !== undefined
    })
    if (ours) return bulkLoad(copying, permit, load.id, await writtenNpis(copying, load))
  } catch (fault) {
    await copying.close()
    throw fault
  }
  await copying.close()
  return undefined
}

function bulkLoad(copying: Copying, permit: Operator, id: string, npis: NpiSet): BulkLoad {
  const { columns, columnsOf } = stored.nppes
  const targets = {
    providers: `${partitionOf('registry_provider', id)} (import_id, ${Object.keys(columns).join(', ')})`,
    terms: `${partitionOf('registry_search', id)} (import_id, npi, terms)`,
    words: `${wordsOf(id)} (word)`,
  }
  const parts = Object.keys(targets) as (keyof typeof targets)[]
  const empty = () => ({ providers: textBuffer(), terms: textBuffer(), words: textBuffer() })
  let parcel = empty()
  let other = empty()
  const known = new Set<string>()

  return {
    add(rows) {
      const repeated: number[] = []
      const { providers, terms, words } = parcel
      for (const [i, row] of rows.entries()) {
        if (!npis.add(row.npi)) {
          repeated.push(i)
          continue
        }
        providers.append(copyLine(id, columns, columnsOf(row, noTaxIds)))
        const said = nameWords(row)
        const found = searchTerms(row, said)
        terms.append(`${id}\t${row.npi}\t${found}\n`)
        if (found === '') continue
        for (const word of said) {
          if (known.has(word)) continue
          if (known.size === WORDS) known.clear()
          known.add(word)
          if (hasNearKeys(word)) words.append(`${word}\n`)
        }
      }
      return repeated
    },
    filled: () => parts.reduce((sum, part) => sum + parcel[part].length, 0),
    write(from, next, added, setAside) {
      const full = parcel
      parcel = other
      other = full
      for (const part of parts) parcel[part].clear()
      return transact(copying.db, async (tx) => {
        // Waiting for the disk is not needed: rows and offset are one commit, and none is lost without those after it.
        await sql`set local synchronous_commit = off`.execute(open(tx))
        if (!(await advanceImport(tx, permit, id, from, next))) return false
        for (const part of parts)
          if (full[part].length > 0) await copying.copyIn(`copy ${targets[part]} from stdin`, full[part].bytes())
        await countBatch(tx, permit, id, added, setAside)
        return true
      })
    },
    close: () => copying.close(),
  }
}

/** NPPES has no tax numbers. */
const noTaxIds = (): string => {
  throw new Error('the registry has no tax numbers')
}

/** The NPIs that an interrupted load wrote; a line is ten digits and its end. */
async function writtenNpis(copying: Copying, load: Loading): Promise<NpiSet> {
  const npis = npiSet()
  if (load.next.at === 0) return npis
  let rest = ''
  for await (const piece of copying.copyOut(`copy ${partitionOf('registry_provider', load.id)} (npi) to stdout`)) {
    const lines = (rest + piece.toString('latin1')).split('\n')
    rest = lines.pop()!
    for (const npi of lines) npis.add(npi)
  }
  return npis
}
