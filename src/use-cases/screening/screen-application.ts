/**
 * Runs the declared checks of a case: the applicant against the NPI registry, everybody whom the file names against
 * every list, and the answers against our own record. Each is kept with what was asked, which list answered, and the
 * raw answer.
 */
import type { Db } from '#db/db.ts'
import { listChecks } from '#db/queries/application/screening.ts'
import { listClearedMatches } from '#db/queries/lists/cleared-matches.ts'
import { askedSource } from '#db/queries/lists/source-policies.ts'
import { findRegistryProvider, listSpecialtiesOf } from '#db/queries/registry-files/registry.ts'
import { sourceVersion } from '#db/queries/registry-files/source-imports.ts'
import { lockApplication } from '#db/records/application/applications.ts'
import { insertChecks, type NewCheck, supersedeChecks } from '#db/records/application/screening.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import { allows } from '#domain/application/lifecycle.ts'
import { type Day, dayIn } from '#domain/dates.ts'
import { crosswalkAsOf, guessSpecialty } from '#domain/enrollment/taxonomy-crosswalk.ts'
import type { RegistryProvider } from '#domain/party/registry-provider.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { type ComparisonFinding, compare } from '#domain/review/comparison/compare.ts'
import { type CheckKind, checkKinds, isByHand, outcomeOf } from '#domain/review/screening/screening.ts'
import { readingOf } from '#forms/readings.ts'
import { type CaseFile, findCaseFile, submissionUnderReview } from '../case/case-file.ts'
import { openLevelTasks } from '../level/open-level-tasks.ts'
import { checkAddresses, checkLicenses, checkNumbers } from './check-answers.ts'
import { checkDeaths } from './check-deaths.ts'
import { checkElsewhere } from './check-elsewhere.ts'
import { checkLists, versionShown } from './check-lists.ts'
import { checkMajority } from './check-majority.ts'
import { checkRecord } from './check-record.ts'
import { withEarlierDisposition } from './keep-dispositions.ts'
import { screenedParties } from './screened-parties.ts'
import { APPLICANT } from './screening-subjects.ts'

type Screening = Permit<'application.review' | 'application.screen'>
/** Kinds that a run replaces; what a person recorded by hand stays. */
const AUTOMATIC: readonly CheckKind[] = checkKinds.filter((k) => !isByHand(k))

/**
 * Refuses with `not-your-case`, or when the application is not in review. Earlier results stay, marked as replaced.
 * The program itself holds no case: it runs the checks of a submission that nobody screened yet, and else does nothing.
 */
export async function screenApplication(db: Db, permit: Screening, now: Date): Promise<Result<null>> {
  const found = await findCaseFile(db, permit)
  const on = dayIn(found.header.contractorZone, now)
  const cleared = await listClearedMatches(db, permit, [found.header.enrolleeId])
  const said = await listChecks(db, permit)
  const fresh = await runChecks(db, permit, found, on, (check) => withEarlierDisposition(check, said, cleared))
  return transact(db, async (tx) => {
    const locked = await lockApplication(tx, permit)
    const byProgram = permit.action === 'application.screen'
    if (!byProgram && locked.assignedTo !== permit.actor.userId) return refuse({ code: 'not-your-case' })
    if (!allows(locked.status, 'recommend'))
      return refuse({ code: 'not-in-this-status', with: { status: locked.status } })
    const before = await listChecks(tx, permit)
    if (byProgram && before.some((c) => AUTOMATIC.includes(c.kind) && c.submission === submissionUnderReview(found)))
      return ok(null)
    await supersedeChecks(tx, permit, { kinds: AUTOMATIC }, now)
    await insertChecks(
      tx,
      permit,
      fresh.map((check) => withEarlierDisposition(check, before, cleared)),
      now,
    )
    await openLevelTasks(tx, permit, locked.assignedTo, now)
    return ok(null)
  })
}

/** Every declared check, in the order of a reader. `withSaid` gives a finding what a person said of it before. */
async function runChecks(
  db: Db,
  permit: Screening,
  found: CaseFile,
  on: Day,
  withSaid: (check: NewCheck) => NewCheck,
): Promise<readonly NewCheck[]> {
  const { header, whole } = found
  const submission = submissionUnderReview(found)
  const parties = screenedParties(db, header.form, whole)
  const lists = await checkLists(db, permit, parties, submission, on)
  return [
    ...(await registryChecks(db, permit, found, on)),
    ...lists,
    ...(await checkDeaths(db, permit, parties, submission, on)),
    ...(await checkLicenses(db, permit, whole, submission, on)),
    ...checkAddresses(header.form, whole, submission),
    ...checkNumbers(whole, submission),
    ...(await checkElsewhere(db, permit, found)),
    ...(await checkMajority(db, permit, found, on)),
    ...(await checkRecord(db, permit, found, lists.map(withSaid), on)),
  ]
}

async function registryChecks(db: Db, permit: Screening, found: CaseFile, on: Day): Promise<readonly NewCheck[]> {
  const { version: loaded, freshness } = await askedSource(db, 'nppes', on)
  const version = freshness === 'fresh' ? loaded : undefined
  const npi = found.header.enrolleeNpi
  const record = version && (await findRegistryProvider(db, permit, npi))
  const crosswalk = await crosswalkOf(db, permit, record)
  const facts = readingOf(found.header.form).comparisonFacts(found.whole, (specialty) =>
    record?.taxonomies.map((t) => t.code).filter((code) => crosswalk.specialtiesOf(code).includes(specialty)),
  )
  const registry = version ? (record ?? 'not-found') : 'unavailable'
  const findings = compare(facts, { registry, exclusions: [] }, on).filter((f) => f.check !== 'exclusion')
  const all = withSpecialty(findings)
  return all.map((finding) => ({
    kind: finding.check,
    subject: finding.id === finding.check ? APPLICANT : finding.field,
    submission: submissionUnderReview(found),
    outcome: outcomeOf(finding, all),
    evidence: {
      query: { npi },
      list: loaded ? versionShown(loaded) : null,
      ...(freshness !== 'fresh' && { freshness }),
      finding,
      ...(finding.check === 'taxonomy' && { crosswalk: crosswalk.name }),
      ...(finding.check === 'npi-status' && { record: record ?? null }),
    },
    source: finding.check === 'tax-id' ? undefined : 'nppes',
    sourceAsOf: finding.check === 'tax-id' ? undefined : loaded?.asOf,
  }))
}

/** Without a record the comparison says nothing of the specialty; a check that is required says why it is open. */
function withSpecialty(findings: readonly ComparisonFinding[]): readonly ComparisonFinding[] {
  const name = findings.find((f) => f.check === 'name' && f.verdict === 'unavailable')
  if (!name || findings.some((f) => f.check === 'taxonomy')) return findings
  return [...findings, { ...name, id: 'taxonomy', check: 'taxonomy' }]
}

interface Crosswalk {
  readonly name: string
  readonly specialtiesOf: (taxonomy: string) => readonly string[]
}

/** The published crosswalk when it was loaded, else the seed that the product carries. */
async function crosswalkOf(db: Db, permit: Screening, record: RegistryProvider | undefined): Promise<Crosswalk> {
  const version = await sourceVersion(db, 'taxonomy-crosswalk')
  if (!version)
    return { name: `seed ${crosswalkAsOf}`, specialtiesOf: (t) => [guessSpecialty(t)].filter((s) => s !== undefined) }
  const known = new Map<string, readonly string[]>()
  for (const { code } of record?.taxonomies ?? [])
    known.set(
      code,
      (await listSpecialtiesOf(db, permit, code)).map((e) => e.specialtyCode),
    )
  return { name: `taxonomy-crosswalk ${version.asOf}`, specialtiesOf: (t) => known.get(t) ?? [] }
}
