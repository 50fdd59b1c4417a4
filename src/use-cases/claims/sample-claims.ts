/**
 * A small claim file about providers of the record: most claims sound, some that fail for the causes that people
 * meet most. Which provider shows which cause is asked of the same snapshot that will judge the file.
 */
import type { Db } from '#db/db.ts'
import { type SampleProvider, sampleProviders } from '#db/queries/enrollment/claim-sample.ts'
import type { Permit } from '#domain/access/policy.ts'
import {
  type PlannedBatch,
  type PlannedClaim,
  type PlannedProvider,
  writeClaims,
} from '#domain/claims/synthetic-837.ts'
import { addDays, type Day } from '#domain/dates.ts'
import type { ClaimRole } from '#domain/eligibility/question.ts'
import type { Snapshot } from '#domain/eligibility/snapshot.ts'
import { check } from '#domain/eligibility/verdict.ts'

const CANDIDATES = 600

/** undefined when the record has no group with people. */
export async function sampleClaims(
  db: Db,
  permit: Permit<'claim-check.run'>,
  snapshot: Snapshot,
  today: Day,
): Promise<string | undefined> {
  const all = await sampleProviders(db, permit, CANDIDATES)
  const on = addDays(today, -20)
  const holds = (p: SampleProvider, role: ClaimRole, day: Day, payee?: string): boolean =>
    check(snapshot, { npi: p.npi, on: day, role, ...(payee && { payee }) }).link === 'all-held'
  const groups = all.filter((p) => p.first === undefined && holds(p, 'billing', on))
  const group = groups.find((g) => all.some((p) => p.group === g.npi && holds(p, 'rendering', on, g.npi)))
  if (!group) return undefined
  const members = all.filter((p) => p.group === group.npi && holds(p, 'rendering', on, group.npi))
  const [member] = members
  const people = all.filter((p) => p.first !== undefined && p.group !== group.npi)
  const stranger = people.find((p) => holds(p, 'billing', on))
  const orderer = people.find((p) => holds(p, 'referring', on))
  const cannotOrder = people.find((p) => p !== stranger && holds(p, 'billing', on) && !holds(p, 'referring', on))
  const lapsed = people.find((p) => p !== stranger && !holds(p, 'billing', on))

  let number = 0
  const claim = (cents: number, providers: PlannedClaim['providers'], days: readonly Day[] = [on]): PlannedClaim => ({
    number: `SAMPLE-${String(++number).padStart(3, '0')}`,
    cents,
    days,
    providers,
  })
  const rendering = named(member!)
  const sound = members.flatMap((m) => [
    claim(14_200, { rendering: named(m), ...(orderer && { referring: named(orderer) }) }),
    claim(9_850, { rendering: named(m) }, [addDays(on, -2), on]),
  ])
  const failing = [
    ...(stranger
      ? [
          claim(61_000, { rendering: named(stranger) }),
          claim(38_500, { rendering: named(stranger) }, [on, addDays(on, 1)]),
          claim(22_000, { rendering: named(stranger) }),
        ]
      : []),
    claim(18_000, { rendering: { ...rendering, npi: wrongDigit(rendering.npi) } }),
    ...(cannotOrder ? [claim(27_500, { rendering, referring: named(cannotOrder) })] : []),
    ...(orderer ? [claim(8_800, { rendering, referring: { ...named(orderer), last: 'NICKNAME' } })] : []),
    ...(lapsed ? [claim(45_000, { rendering: named(lapsed) })] : []),
    claim(12_300, { rendering }, [addDays(today, -9_000)]),
  ]
  const batches: PlannedBatch[] = [{ billing: named(group), claims: [...sound.slice(0, 24), ...failing] }]
  return writeClaims({ kind: 'professional', madeOn: today, batches })
}

/** Names as X12 takes them: capitals, no delimiters. */
const plainText = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^A-Z0-9 '.-]/g, ' ')
    .slice(0, 60)
    .trim()

const named = (p: SampleProvider): PlannedProvider => ({
  npi: p.npi,
  last: plainText(p.last),
  ...(p.first !== undefined && { first: plainText(p.first) }),
})

const wrongDigit = (npi: string): string => npi.slice(0, 9) + String((Number(npi[9]) + 1) % 10)
