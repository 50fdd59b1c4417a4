/**
 * Runs the declared checks of a case: the applicant against the NPI registry, and everybody whom the file names
 * against the exclusion list. Each is kept with what was asked, which list answered, and the raw answer.
 */
import { isDeepStrictEqual } from 'node:util'
import type { Db } from '#db/db.ts'
import { exclusionsFor } from '#db/queries/exclusions.ts'
import { findRegistryProvider, listSpecialtiesOf } from '#db/queries/registry.ts'
import { listChecks, type ScreeningCheck } from '#db/queries/screening.ts'
import { sourceVersion } from '#db/queries/source-imports.ts'
import { lockApplication } from '#db/records/applications.ts'
import { insertChecks, type NewCheck, supersedeChecks } from '#db/records/screening.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import { allows } from '#domain/application/lifecycle.ts'
import { type Day, dayIn } from '#domain/dates.ts'
import { crosswalkAsOf, guessSpecialty } from '#domain/enrollment/taxonomy-crosswalk.ts'
import type { RegistryProvider, SourceVersion } from '#domain/party/registry-provider.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { type ComparisonFinding, compare } from '#domain/review/compare.ts'
import type { Party } from '#domain/review/name-match.ts'
import { screenExclusions } from '#domain/review/screen-exclusions.ts'
import { type CheckKind, checkKinds, outcomeOf } from '#domain/review/screening.ts'
import { readingOf } from '#forms/readings.ts'
import { type CaseFile, findCaseFile, submissionUnderReview } from './case-file.ts'
import { APPLICANT } from './screening-subjects.ts'

type Screening = Permit<'application.review' | 'application.screen'>
/** Kinds that a run replaces; what a person recorded by hand stays. */
const AUTOMATIC: readonly CheckKind[] = checkKinds.filter((k) => k !== 'license-board')

/**
 * Refuses with `not-your-case`, or when the application is not in review. Earlier results stay, marked as replaced.
 * The program itself holds no case: it runs the checks of a submission that nobody screened yet, and else does nothing.
 */
export async function screenApplication(db: Db, permit: Screening, now: Date): Promise<Result<null>> {
  const found = await findCaseFile(db, permit)
  const on = dayIn(found.header.contractorZone, now)
  const fresh = [...(await registryChecks(db, permit, found, on)), ...(await exclusionChecks(db, permit, found, on))]
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
      fresh.map((check) => withEarlierDisposition(check, before)),
      now,
    )
    return ok(null)
  })
}

async function registryChecks(db: Db, permit: Screening, found: CaseFile, on: Day): Promise<readonly NewCheck[]> {
  const version = await sourceVersion(db, 'nppes')
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
      list: version ? listOf(version) : null,
      finding,
      ...(finding.check === 'taxonomy' && { crosswalk: crosswalk.name }),
      ...(finding.check === 'npi-status' && { record: record ?? null }),
    },
    source: finding.check === 'tax-id' ? undefined : 'nppes',
    sourceAsOf: finding.check === 'tax-id' ? undefined : version?.asOf,
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

/** The applicant by every name, then everybody else; one check a hit, or one that says that there was none. */
async function exclusionChecks(db: Db, permit: Screening, found: CaseFile, on: Day): Promise<readonly NewCheck[]> {
  const version = await sourceVersion(db, 'leie')
  const reading = readingOf(found.header.form)
  const parties = [{ id: APPLICANT, names: applicantNames(found) }, ...reading.namedParties(found.whole)]
  const checks: NewCheck[] = []
  for (const { id, names } of parties) {
    const base = { kind: 'exclusion', subject: id, submission: submissionUnderReview(found), source: 'leie' } as const
    const query = names.map(({ bornOn, ...name }) => ({ ...name, ...(bornOn && { bornOn: 'compared' }) }))
    if (!version) {
      checks.push({ ...base, outcome: 'unavailable', evidence: { query, list: null }, sourceAsOf: undefined })
      continue
    }
    const shared = { query, list: listOf(version) }
    const rows = (await Promise.all(names.map((n) => exclusionsFor(db, permit, searchOf(n))))).flat()
    const unique = [...new Map(rows.map((r) => [r.id, r])).values()]
    const hits = screenExclusions(names, unique, on)
    if (hits.length === 0)
      checks.push({
        ...base,
        outcome: 'clear',
        evidence: { ...shared, candidates: unique.length },
        sourceAsOf: version.asOf,
      })
    for (const { strength, reinstated, waiver, score, because, exclusion } of hits)
      checks.push({
        ...base,
        outcome: strength === 'match' && !reinstated ? 'match' : 'possible',
        evidence: { ...shared, hit: { exclusion, score, because, reinstated, waiver } },
        sourceAsOf: version.asOf,
      })
  }
  return checks
}

function applicantNames({ header, whole }: CaseFile): readonly Party[] {
  const facts = readingOf(header.form).comparisonFacts(whole, () => undefined)
  const state = (facts.practiceAddresses?.[0] ?? facts.correspondence)?.said.state
  const also = { npi: facts.npi.said, ...(facts.bornOn && { bornOn: facts.bornOn }), ...(state && { state }) }
  return [facts.name.said, ...(facts.otherNames ?? [])].map((name) => ({ ...name, ...also }))
}

const searchOf = ({ npi, last, first, bornOn, organization }: Party) => ({
  ...(npi && { npi }),
  ...(last && { last }),
  ...(first && { first }),
  ...(bornOn && { bornOn }),
  ...(organization && { business: organization }),
})

const listOf = ({ source, asOf, rows, sha256, importId }: SourceVersion) => ({ source, asOf, rows, sha256, importId })

/** A finding judged before stays judged while the source says the same; a newer list alone changes nothing. */
function withEarlierDisposition(check: NewCheck, before: readonly ScreeningCheck[]): NewCheck {
  const essence = ({ evidence }: { readonly evidence: Readonly<Record<string, unknown>> }) => ({
    hit: evidence.hit,
    finding: evidence.finding,
  })
  const equal = before.find(
    (b) =>
      b.kind === check.kind &&
      b.subject === check.subject &&
      b.outcome === check.outcome &&
      isDeepStrictEqual(JSON.parse(JSON.stringify(essence(b))), JSON.parse(JSON.stringify(essence(check)))),
  )
  if (!equal?.disposition || !equal.dispositionReason || !equal.disposedBy || !equal.disposedAt) return check
  const { disposition, dispositionReason: reason, disposedBy: by, disposedAt: at } = equal
  return { ...check, kept: { disposition, reason, by, at } }
}
