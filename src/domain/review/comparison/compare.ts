/**
 * Pre-flight: what the application says beside what the registry and the exclusion list say, before
 * anybody signs. A list that could not be asked is "unavailable", never "same". Pure.
 */
import type { Day } from '../../dates.ts'
import { addressLine } from '../../party/address.ts'
import type { RegistryProvider } from '../../party/registry-provider.ts'
import type { Party } from '../names/name-match.ts'
import { screenExclusions } from '../screening/screen-exclusions.ts'
import type { ComparedWith, ComparisonCheck, ComparisonFacts, ComparisonFinding } from './comparison.ts'
import {
  checkTaxId,
  compareAddress,
  compareEntity,
  compareLicense,
  compareName,
  compareStatus,
  compareTaxonomy,
  nameLine,
  partyOf,
} from './comparison-checks.ts'

export type { ComparedWith, ComparisonFacts, ComparisonFinding } from './comparison.ts'

const EXCLUSION = '42 CFR 424.530(a)(2)'

/** Every check that the facts allow, in a fixed order. `on` is the day of the comparison. */
export function compare(facts: ComparisonFacts, sources: ComparedWith, on: Day): readonly ComparisonFinding[] {
  const { registry, exclusions } = sources
  const fromRegistry =
    registry === 'unavailable' || registry === 'not-found'
      ? withoutRecord(facts, registry)
      : withRecord(facts, registry)
  return [...fromRegistry, ...checkTaxId(facts), ...screened(facts, exclusions, on)]
}

/** What has to be looked at before signing: anything but "same" and "unavailable". */
export const isOpen = (f: ComparisonFinding): boolean => f.verdict !== 'same' && f.verdict !== 'unavailable'

function withRecord(facts: ComparisonFacts, r: RegistryProvider): readonly ComparisonFinding[] {
  const practice = facts.practiceAddresses ?? []
  const licenses = facts.licenses ?? []
  return [
    compareName(facts, r),
    compareStatus(facts, r),
    compareEntity(facts, r),
    ...compareTaxonomy(facts, r),
    ...practice.map((a, i) =>
      compareAddress('practice-address', numbered('practice-address', i, practice.length), a, r.practice),
    ),
    ...(facts.correspondence
      ? [compareAddress('correspondence-address', 'correspondence-address', facts.correspondence, r.mailing)]
      : []),
    ...licenses.map((l, i) => compareLicense(numbered('license', i, licenses.length), l, r)),
  ]
}

/** No record: the NPI is alerted when the registry says it has none; everything else could not be compared. */
function withoutRecord(facts: ComparisonFacts, state: 'not-found' | 'unavailable'): readonly ComparisonFinding[] {
  const silent = (check: ComparisonCheck, field: string, ours: string, id: string = check): ComparisonFinding => ({
    id,
    check,
    field,
    ours,
    verdict: 'unavailable',
    cite: '42 CFR 424.510(d)',
  })
  const { npi, name, specialty, practiceAddresses: practice = [], correspondence, licenses = [] } = facts
  const status = silent('npi-status', npi.field, npi.said)
  return [
    silent('name', name.field, nameLine(name.said)),
    state === 'not-found' ? { ...status, verdict: 'alert', note: 'npi-not-found', fixAt: 'here' } : status,
    silent('entity-type', npi.field, String(facts.entityType)),
    ...(specialty ? [silent('taxonomy', specialty.field, specialty.said)] : []),
    ...practice.map((a, i) =>
      silent('practice-address', a.field, addressLine(a.said), numbered('practice-address', i, practice.length)),
    ),
    ...(correspondence
      ? [silent('correspondence-address', correspondence.field, addressLine(correspondence.said))]
      : []),
    ...licenses.map((l, i) =>
      silent('license', l.field, `${l.said.number} ${l.said.state}`, numbered('license', i, licenses.length)),
    ),
  ]
}

/** One finding for each row that may be meant; else one that says that nothing was found, or not asked. */
function screened(
  facts: ComparisonFacts,
  exclusions: ComparedWith['exclusions'],
  on: Day,
): readonly ComparisonFinding[] {
  const row = { check: 'exclusion', field: facts.name.field, ours: nameLine(facts.name.said), cite: EXCLUSION } as const
  if (exclusions === 'unavailable') return [{ ...row, id: 'exclusion', verdict: 'unavailable' }]
  const found = screenExclusions(partiesOf(facts), exclusions, on)
  if (found.length === 0) return [{ ...row, id: 'exclusion', verdict: 'same', note: 'no-list-match' }]
  return found.map(({ exclusion, strength, reinstated, waiver, fields, score }) => ({
    ...row,
    id: `exclusion:${exclusion.id}`,
    theirs: exclusion.business ?? [exclusion.last, exclusion.first].filter(Boolean).join(', '),
    verdict: strength === 'match' && !reinstated ? ('alert' as const) : ('close' as const),
    ...(reinstated ? { note: 'list-match-reinstated' as const } : waiver ? { note: 'list-match-waiver' as const } : {}),
    fixAt: 'oig' as const,
    because: fields.map((f) => f.code),
    score,
  }))
}

/** The applicant by each of its names, with all that tells people of one name apart. */
function partiesOf(facts: ComparisonFacts): readonly Party[] {
  const state = (facts.practiceAddresses?.[0] ?? facts.correspondence)?.said.state
  return [facts.name.said, ...(facts.otherNames ?? [])].map((name) => ({
    ...partyOf(name),
    npi: facts.npi.said,
    ...(facts.bornOn ? { bornOn: facts.bornOn } : {}),
    ...(state ? { state } : {}),
  }))
}

const numbered = (check: string, i: number, of: number): string => (of > 1 ? `${check}:${i + 1}` : check)
