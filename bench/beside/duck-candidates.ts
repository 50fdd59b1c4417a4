/**
 * What DuckDB would be asked to find people on a list: pairs that share one of five keys, told apart by Jaro-Winkler.
 * The keys (date of birth, both names in any order, the sound of one name with the other, year and month with the first
 * name) are made before and not counted. On one thread, in seconds of the processor.
 */
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MatchParty } from '#domain/matching/match-party.ts'
import { soundex } from '#domain/review/names/alike.ts'
import { processorSeconds } from '../rounds.ts'
import { duckDb } from './duckdb.ts'

const keys = ['born', 'names', 'sound_first', 'last_sound', 'month_first'] as const

export interface DuckCandidates {
  add(people: readonly MatchParty[]): void
  /** Once everybody was added. */
  found(): Promise<{ readonly pairs: number; readonly seconds: number }>
}

/** Undefined without DuckDB. */
export async function duckCandidates(listed: readonly MatchParty[]): Promise<DuckCandidates | undefined> {
  const duck = await duckDb()
  if (!duck) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'openpecos-bench-'))
  const [list, everybody] = [join(folder, 'list.csv'), join(folder, 'people.csv')]
  const write = openSync(everybody, 'a')
  const listFile = openSync(list, 'a')
  writeSync(listFile, linesOf(listed))
  closeSync(listFile)
  return {
    add: (people) => {
      writeSync(write, linesOf(people))
    },
    async found() {
      closeSync(write)
      try {
        const columns = ['last', 'first', ...keys].map((name) => `'${name}': 'VARCHAR'`).join(', ')
        for (const [table, file] of [
          ['l', list],
          ['p', everybody],
        ])
          await duck.run(`create table ${table} as select row_number() over () as id, * from
            read_csv('${file}', header = false, nullstr = '', columns = {${columns}})`)
        const near = `jaro_winkler_similarity(p.last, l.last) + jaro_winkler_similarity(p.first, l.first) > 1.7`
        const joins = keys.map(
          (key) => `select p.id as a, l.id as b from p join l on p.${key} = l.${key}
            where ${near} or jaro_winkler_similarity(p.last, l.first) + jaro_winkler_similarity(p.first, l.last) > 1.7`,
        )
        const began = processorSeconds()
        const pairs = await duck.number(`select count(*) from (${joins.join(' union ')})`)
        return { pairs, seconds: processorSeconds() - began }
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    },
  }
}

/** Names of the invented have no commas. */
const linesOf = (people: readonly MatchParty[]): string =>
  people
    .map(({ last = '', first = '', bornOn = '' }) => {
      const made = {
        born: bornOn,
        names: [last, first].toSorted().join(' '),
        sound_first: `${soundex(last)} ${first}`,
        last_sound: `${last} ${soundex(first)}`,
        month_first: bornOn && `${bornOn.slice(0, 7)} ${first}`,
      }
      return `${[last, first, ...keys.map((key) => made[key])].join(',')}\n`
    })
    .join('')
