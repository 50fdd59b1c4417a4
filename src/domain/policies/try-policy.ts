/**
 * What another policy would have made of files of the past, from the evidence that was kept. What was never asked of a
 * list cannot be told afterwards, nor what would have been raised by a rule that was off. Pure.
 */
import { type Day, daysBetween } from '../dates.ts'
import type { SupplierType } from '../enrollment/supplier-types.ts'
import {
  type Elevation,
  type ScreeningDecision,
  type ScreeningLevel,
  type ScreeningOccasion,
  screeningLevel,
} from '../review/screening/screening-level.ts'
import type { AskedPlace, PastFile } from '../rules/judge-past.ts'
import type { SourcePolicy } from '../screening/source-policy.ts'
import { keyOfPlace, type MoratoriumPlace, type PolicyTopic, type PolicyValues, placeOf } from './desk-policy.ts'

export interface LeveledCheck {
  readonly supplierType: SupplierType
  readonly occasion: ScreeningOccasion
  readonly level: ScreeningDecision
}
type Came = 'answered' | 'unavailable' | 'barred' | 'not-barred' | ScreeningLevel
export interface PolicyDifference {
  readonly file: PastFile
  readonly before: Came
  readonly after: Came
}

/** Undefined for a topic that cannot be tried, and for an elevation that is switched on. */
export function tryPolicy(
  topic: PolicyTopic,
  key: string,
  value: PolicyValues[PolicyTopic],
  files: readonly PastFile[],
): readonly PolicyDifference[] | undefined {
  if (topic === 'lists') return files.flatMap((f) => listDiffers(f, key, value as SourcePolicy))
  if (topic === 'levels') {
    const type = value as PolicyValues['levels']
    return files.flatMap((f) => levelDiffers(f, (c) => c.supplierType === key, { type }))
  }
  if (topic === 'moratoria') {
    const place = placeOf(key)
    const { stands } = value as PolicyValues['moratoria']
    return place && files.flatMap((f) => moratoriumDiffers(f, place, stands))
  }
  if (topic === 'elevations' && !(value as PolicyValues['elevations']).raises)
    return files.flatMap((f) =>
      levelDiffers(f, (c) => c.level.raisedBy.includes(key as Elevation), { quiet: [key as Elevation] }),
    )
  return undefined
}

function listDiffers(file: PastFile, source: string, policy: SourcePolicy): readonly PolicyDifference[] {
  const checks = file.checks.filter((c) => c.source === source)
  if (checks.length === 0) return []
  const old = (asOf: Day | undefined, ranOn: Day) =>
    asOf === undefined ? policy.required : daysBetween(asOf, ranOn) > policy.freshDays
  const before: Came = checks.some((c) => c.outcome === 'unavailable') ? 'unavailable' : 'answered'
  const after: Came = checks.some((c) => old(c.sourceAsOf, c.ranOn)) ? 'unavailable' : 'answered'
  return before === after ? [] : [{ file, before, after }]
}

/** New applicants and new locations are barred (42 CFR 424.570(a)(1)); a file kept what it was barred by. */
function moratoriumDiffers(file: PastFile, place: MoratoriumPlace, stands: boolean): readonly PolicyDifference[] {
  const kept = file.checks.findLast((c) => c.moratorium)?.moratorium
  const occasion = file.checks.findLast((c) => c.leveled)?.leveled?.occasion
  if (!kept || !isIn(kept.asked, place) || (occasion !== 'initial' && occasion !== 'new-location')) return []
  const before: Came = kept.bars.length > 0 ? 'barred' : 'not-barred'
  const others = kept.bars.some((b) => keyOfPlace(b) !== keyOfPlace(place))
  const after: Came = stands || others ? 'barred' : 'not-barred'
  return before === after ? [] : [{ file, before, after }]
}
/** A county that nobody said may be the one. */
const isIn = (asked: AskedPlace, { supplierType, state, county }: MoratoriumPlace): boolean =>
  asked.supplierType === supplierType &&
  asked.state === state &&
  (county === undefined || asked.county === undefined || asked.county.toUpperCase() === county)

function levelDiffers(
  file: PastFile,
  isAbout: (c: LeveledCheck) => boolean,
  set: Parameters<typeof screeningLevel>[1],
): readonly PolicyDifference[] {
  const leveled = file.checks.findLast((c) => c.leveled)?.leveled
  if (!leveled || !isAbout(leveled)) return []
  const { supplierType, occasion, level } = leveled
  const facts = { supplierType, occasion, on: file.receivedOn, elevations: level.raisedBy }
  const after = screeningLevel(facts, set).level
  return after === level.level ? [] : [{ file, before: level.level, after }]
}
