/** Moratoria that people noted, from the days on which they begin and end. Pure. */
import { addDays } from '../dates.ts'
import type { Moratorium } from '../screening/moratorium.ts'
import { versionOn } from '../versions.ts'
import { type PolicyVersion, placeOf } from './desk-policy.ts'

/** Of the versions of one place; one moratorium for each time between a beginning and the end that follows it. */
export function notedMoratoria(versions: readonly PolicyVersion<'moratoria'>[]): readonly Moratorium[] {
  const place = versions[0] && placeOf(versions[0].key)
  if (!place) return []
  const days = [...new Set(versions.filter((v) => v.state === 'in-force').map((v) => v.from))].toSorted()
  const noted: Moratorium[] = []
  for (const from of days) {
    const { stands, cite } = versionOn(versions, from)!.value
    const last = noted.at(-1)
    const runs = last !== undefined && last.to === undefined
    if (stands && !runs) noted.push({ ...place, from, cite, evidence: 'none' })
    if (!stands && runs) noted.splice(-1, 1, { ...last, to: addDays(from, -1) })
  }
  return noted
}
