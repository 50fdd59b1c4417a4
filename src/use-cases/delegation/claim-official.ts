/**
 * "I am an official of this organization": the claim, its proof, and the notice to whoever is the official now.
 * Nothing is given before somebody decided (src/use-cases/delegation/decide-official-claim.ts).
 */
import { randomUUID } from 'node:crypto'
import type { Db } from '#db/db.ts'
import { contractorFor } from '#db/queries/contractors.ts'
import { findAccount } from '#db/records/access/accounts.ts'
import { appendAuthEvent } from '#db/records/access/auth-events.ts'
import { enrollmentNaming, insertClaim, sealClaimDocument } from '#db/records/delegation/claims.ts'
import { ensureOrganization, usersInRole } from '#db/records/delegation/organizations.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import type { Permit } from '#domain/access/policy.ts'
import type { ScanState } from '#domain/application/document-scan.ts'
import { isNpi } from '#domain/identifiers/npi.ts'
import { digitsOf, isEin, isSyntheticEin } from '#domain/identifiers/tax-id.ts'
import { isStateCode } from '#domain/party/states.ts'
import { ok, type Problem, type Result, refuse } from '#domain/result.ts'
import type { Caller } from '../account/identity.ts'
import { type DocumentStore, type FormFile, judgeFile } from '../documents/judge-file.ts'
import { type Teller, tellParty } from './tell-parties.ts'

export interface ClaimInput {
  readonly kind: string
  readonly name: string
  readonly ein: string
  /** Of an enrolled organization; a billing company has none. */
  readonly npi: string
  readonly state: string
  readonly role: string
  readonly title: string
  /** What becomes of an official that the organization has already. */
  readonly succession: string
  readonly explanation: string
}

/** Refuses with a problem of each field, `proof-needed`, or `claim-open`. */
export async function makeClaim(
  db: Db,
  permit: Permit<'claim.make'>,
  { site, words, ...store }: Teller & DocumentStore,
  input: ClaimInput,
  file: FormFile | undefined,
  caller: Caller,
  now: Date,
): Promise<Result<{ readonly claimId: string }>> {
  const userId = permit.subjectId
  const problems = judge(input, site.demo)
  const npi = input.kind === 'provider' ? digitsOf(input.npi) : undefined
  const account = await findAccount(db, userId)
  const namedOn = npi ? await enrollmentNaming(db, npi, account?.displayName ?? '') : undefined
  const claimId = randomUUID()
  const kept = file ? await keep(db, store, claimId, file) : undefined
  if (kept && !kept.ok) problems.push(...kept.problems)
  if (!kept && !namedOn) problems.push({ code: 'proof-needed', at: 'file' })
  const [problem, ...more] = problems
  const document = kept?.ok ? kept.value : undefined
  if (problem) {
    if (document) await store.files.remove(document.storedAs)
    return refuse(problem, ...more)
  }
  const contractor = await contractorFor(db, input.state)
  const done = await transactOrRefuse(db, async (tx) => {
    const kind = input.kind === 'provider' ? 'provider' : 'surrogate'
    const organization = await ensureOrganization(
      tx,
      { kind, name: input.name.trim(), taxId: digitsOf(input.ein) },
      now,
    )
    const officials = await usersInRole(tx, organization.id, 'authorized-official')
    const made = await insertClaim(
      tx,
      {
        id: claimId,
        userId,
        organizationId: organization.id,
        npi,
        role: input.role === 'access-manager' ? 'access-manager' : 'authorized-official',
        title: input.title.trim(),
        succession: officials.length === 0 ? 'first' : input.succession === 'replaces' ? 'replaces' : 'joins',
        explanation: input.explanation.trim(),
        contractorId: contractor?.id,
        namedOn,
        document,
      },
      now,
    )
    if (!made) return refuse({ code: 'claim-open' })
    const link = `${site.origin}/claims/${claimId}`
    const mail = words.mails.claimMade(account?.displayName ?? '', organization.name, link, site.helpDesk.phone)
    await tellParty(tx, organization.id, 'claim-made', mail, now)
    const detail = { organization: organization.id, role: input.role }
    await appendAuthEvent(tx, { type: 'claim-made', userId, caller, detail, actingFor: organization.id }, now)
    return ok({ claimId })
  })
  if (!done.ok && document) await store.files.remove(document.storedAs)
  return done
}

function judge(input: ClaimInput, demo: boolean): Problem[] {
  const ein = digitsOf(input.ein)
  const longest = { name: 120, title: 80, explanation: 1000 } as const
  const problems: Problem[] = []
  if (!['provider', 'surrogate'].includes(input.kind)) problems.push({ code: 'not-a-choice', at: 'kind' })
  for (const [at, max] of Object.entries(longest) as [keyof typeof longest, number][]) {
    if (at !== 'explanation' && !input[at].trim()) problems.push({ code: 'required', at })
    else if (input[at].length > max) problems.push({ code: 'too-long', at, with: { max } })
  }
  if (!isEin(ein)) problems.push({ code: 'not-an-ein', at: 'ein' })
  else if (isSyntheticEin(ein) !== demo) problems.push({ code: 'synthetic-only-in-demo', at: 'ein' })
  if (input.kind === 'provider' && !isNpi(digitsOf(input.npi))) problems.push({ code: 'not-an-npi', at: 'npi' })
  if (!isStateCode(input.state)) problems.push({ code: 'not-a-state', at: 'state' })
  if (!['authorized-official', 'access-manager'].includes(input.role))
    problems.push({ code: 'not-a-choice', at: 'role' })
  return problems
}

async function keep(db: Db, store: DocumentStore, claimId: string, file: FormFile) {
  const judged = await judgeFile(file, store)
  if (!judged.ok) return judged
  const { fileName, mediaType, sha256, scannedClean } = judged.value
  const scan: ScanState = scannedClean ? 'clean' : 'not-scanned'
  const storedAs = await store.files.put(sealClaimDocument(db, claimId, file.bytes))
  return ok({ scan, name: fileName, mediaType, sha256, storedAs })
}
