/**
 * What our own record and tables say: earlier denials and revocations, a second application for the same, a
 * moratorium on the type and place, and how closely all this makes the application be screened (42 CFR 424.518).
 */
import type { Db } from '#db/db.ts'
import { listBars } from '#db/queries/decisions/bars.ts'
import { areFiledPartiesKept, filingsNaming } from '#db/queries/lists/filed-parties.ts'
import { listMoratoria } from '#db/queries/lists/moratoria.ts'
import { ownRecordOf } from '#db/queries/lists/own-record.ts'
import { policiesInForce } from '#db/queries/policies/desk-policies.ts'
import type { NewCheck } from '#db/records/application/screening.ts'
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { SupplierType } from '#domain/enrollment/supplier-types.ts'
import { newOwners } from '#domain/ownership/new-owners.ts'
import {
  closestOccasion,
  type Elevation,
  elevations,
  type LevelsSet,
  type ScreeningOccasion,
  screeningLevel,
} from '#domain/review/screening/screening-level.ts'
import { moratoriaOn } from '#domain/screening/moratorium.ts'
import { adverseElsewhere, besideElsewhere, nowhereElse } from '#domain/screening/named-elsewhere.ts'
import { adverse, doubled, type OwnRecord } from '#domain/screening/own-record.ts'
import { versionOn } from '#domain/versions.ts'
import type { File } from '#forms/kit/section.ts'
import { newLocations } from '#forms/new-locations.ts'
import { ownershipOf } from '#forms/ownership.ts'
import { readingOf } from '#forms/readings.ts'
import { type CaseFile, submissionUnderReview } from '../case/case-file.ts'
import { filedParties } from './filed-parties.ts'
import { APPLICANT } from './screening-subjects.ts'

type Screening = Permit<'application.review' | 'application.screen'>

const isEmpty = (r: OwnRecord): boolean => r.filings.length === 0 && r.enrollments.length === 0

/** Which screening occasion a reason is; others are not screened by level. */
const occasions: Readonly<Partial<Record<string, ScreeningOccasion>>> = {
  initial: 'initial',
  reactivation: 'revalidation',
  revalidation: 'revalidation',
  'add-location': 'new-location',
  'ownership-buyer': 'change-of-ownership',
}

/** `lists` are the answers of the lists in the same run: a match there raises the level, unless a person cleared it. */
export async function checkRecord(
  db: Db,
  permit: Screening,
  found: CaseFile,
  lists: readonly NewCheck[],
  on: Day,
): Promise<readonly NewCheck[]> {
  const { header, whole } = found
  const base = {
    subject: APPLICANT,
    submission: submissionUnderReview(found),
    source: undefined,
    sourceAsOf: undefined,
  }
  const record = await ownRecordOf(db, permit)
  const [against, twice] = [adverse(record), doubled(record, header)]
  const keys = filedParties(header.form, whole)[0]!.keys
  const naming = { ...nowhereElse, filings: await filingsNaming(db, permit, keys) }
  const [named, beside] = [adverseElsewhere(naming).filings, besideElsewhere(naming)]
  const isWhole = await areFiledPartiesKept(db, permit)
  // A new enrollment is barred; what changes or reactivates a record is not (42 CFR 424.535(c)).
  const standing =
    header.reason === 'initial' ? await listBars(db, permit, header.enrolleeId, header.receivedOn ?? on) : []
  const barredUntil = standing[0]?.until
  const nothingFound = isEmpty(against) && named.length === 0 && barredUntil === undefined
  const supplierType = readingOf(header.form).supplierType(whole)
  const receivedOn = header.receivedOn ?? on
  const asked = { supplierType, state: header.state, receivedOn }
  const { bars, raises } = moratoriaOn(await listMoratoria(db), asked)
  const owners = ownersNew(found)
  const locations = found.record ? newLocations(found.record.file as File, whole) : []
  const set = await levelsSet(db, supplierType, receivedOn)
  const reason = occasions[header.reason]
  const about: readonly ScreeningOccasion[] = [
    ...(reason ? [reason] : []),
    ...(owners.length > 0 ? (['new-owner'] as const) : []),
    ...(locations.length > 0 ? (['new-location'] as const) : []),
  ]
  const occasion = closestOccasion(about, { supplierType, on: receivedOn }, set)
  // New places are barred by whatever application they are reported (42 CFR 424.570).
  const opens = header.reason === 'initial' || header.reason === 'add-location' || locations.length > 0
  const barred = opens ? bars : []
  const matched = (kind: NewCheck['kind']) =>
    lists.some((c) => c.kind === kind && c.outcome === 'match' && c.kept?.disposition !== 'not-the-same')
  const raising: readonly (readonly [Elevation, boolean])[] = [
    ['oig-exclusion', matched('exclusion')],
    ['earlier-revocation', matched('revocation') || against.enrollments.length > 0],
    ['medicaid-termination', matched('state-list')],
    ['final-adverse-action', (whole['legal-actions'] ?? []).length > 0],
    ['after-moratorium', raises.length > 0],
  ]
  return [
    {
      ...base,
      kind: 'earlier-filings',
      outcome: !nothingFound ? 'different' : isWhole ? 'clear' : 'unavailable',
      evidence: {
        against,
        ...(named.length > 0 && { named }),
        ...(beside.length > 0 && { beside }),
        ...(nothingFound && !isWhole && { unfinished: true }),
        ...(barredUntil && { barredUntil }),
        known: record.filings.length + record.enrollments.length,
        cite: '42 CFR 424.530, 424.535(c)',
      },
    },
    {
      ...base,
      kind: 'duplicate',
      outcome: isEmpty(twice) ? 'clear' : 'different',
      evidence: { twice, cite: '42 CFR 424.526(a)' },
    },
    {
      ...base,
      kind: 'moratorium',
      outcome: barred.length === 0 ? 'clear' : 'different',
      evidence: {
        asked,
        moratoria: barred,
        ...(barred.length > 0 && locations.length > 0 && { newLocations: locations }),
        ...(bars.length > barred.length && { isSpared: true }),
        cite: '42 CFR 424.570, 424.530(a)(10)',
      },
    },
    {
      ...base,
      kind: 'screening-level',
      outcome: 'recorded',
      evidence: {
        supplierType,
        occasion: occasion ?? null,
        ...(owners.length > 0 && { newOwners: owners }),
        ...(locations.length > 0 && { newLocations: locations }),
        level:
          occasion === undefined
            ? null
            : screeningLevel(
                {
                  supplierType,
                  occasion,
                  on: receivedOn,
                  elevations: raising.filter(([, is]) => is).map(([name]) => name),
                },
                set,
              ),
      },
    },
  ]
}

/** Names of owners whom the record does not have; nobody where it knows none, or where the application opens it. */
function ownersNew({ header, record, whole }: CaseFile): readonly string[] {
  const before = record && ownershipOf(header.form, record.file as File)
  const after = ownershipOf(header.form, whole)
  return before && after ? newOwners(before, after) : []
}

/** What this installation set of levels otherwise than the product, on the day of receipt. */
async function levelsSet(db: Db, supplierType: SupplierType, on: Day): Promise<LevelsSet> {
  const type = versionOn((await policiesInForce(db, 'levels', supplierType)).get(supplierType) ?? [], on)?.value
  const set = await policiesInForce(db, 'elevations')
  const quiet = elevations.filter((e) => versionOn(set.get(e) ?? [], on)?.value.raises === false)
  return { ...(type && { type }), quiet }
}
