/**
 * One bundle of everything that stands behind a decision, signed by this installation, which a reader can verify
 * without it. A check whose stored answer does not fit its hash stops the export: such a bundle would vouch for it.
 */
import type { Db } from '#db/db.ts'
import { evidenceHash } from '#db/records/application/screening.ts'
import type { Permit } from '#domain/access/policy.ts'
import { BUNDLE_FORMAT, type ListVersion, type Manifest } from '#domain/bundle/manifest.ts'
import { ruleVersionsOn } from '#domain/bundle/rule-versions.ts'
import { dayIn } from '#domain/dates.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { readerPage } from '#letters/evidence/reader-page.tsx'
import type { AuditSigner } from '#outside/audit-signer.ts'
import { writeBundle } from '#outside/bundle/write-bundle.ts'
import type { Files } from '#outside/files/files.ts'
import type { Words } from '#words/index.ts'
import { type BundleContent, bundledFiles, collectEvidence } from './bundle-content.ts'
import { policyVersions } from './policy-versions.ts'
import { readerFacts } from './reader-facts.ts'

export interface EvidenceOffice {
  readonly files: Files
  readonly signer: AuditSigner
  readonly product: string
  readonly words: Words
}
export interface Bundle {
  readonly fileName: string
  readonly body: NodeJS.ReadableStream
}

/** Refuses with `nothing-submitted`, or `evidence-altered` with the check and what it is about. */
export async function exportEvidence(
  db: Db,
  permit: Permit<'case.view'>,
  { files, signer, product, words }: EvidenceOffice,
  now: Date,
): Promise<Result<Bundle>> {
  const content = await collectEvidence(db, permit)
  const { header } = content.found
  if (content.found.submissions.length === 0) return refuse({ code: 'nothing-submitted' })
  const altered = content.checks.find((c) => evidenceHash(c.evidence) !== c.evidenceSha256)
  if (altered) return refuse({ code: 'evidence-altered', with: { check: altered.kind, about: altered.subject } })
  const decidedOn = dayIn(header.contractorZone, content.decision?.decidedAt ?? now)
  const set = await policyVersions(db, { receivedOn: header.receivedOn ?? decidedOn, decidedOn })
  const facts = manifestFacts(content, permit, { product, rules: [...ruleVersionsOn(decidedOn), ...set] }, now)
  const list = bundledFiles(db, permit, content, { files, words })
  const page = readerPage(readerFacts(content, facts, words), words)
  const body = writeBundle([{ path: 'index.html', load: async () => page }, ...list], facts, signer, now)
  return ok({ fileName: `evidence-${header.trackingNumber ?? header.id}.zip`, body })
}

function manifestFacts(
  c: BundleContent,
  permit: Permit<'case.view'>,
  { product, rules }: Pick<Manifest, 'rules'> & { readonly product: string },
  now: Date,
): Omit<Manifest, 'files' | 'keyId'> {
  const { header, submissions } = c.found
  return {
    format: BUNDLE_FORMAT,
    applicationId: header.id,
    trackingNumber: header.trackingNumber ?? header.id,
    form: header.form,
    edition: header.edition,
    status: header.status,
    decision: c.decision ? { ...c.decision, decidedAt: c.decision.decidedAt.toISOString() } : null,
    submissions: submissions.map((s) => ({
      ordinal: s.ordinal,
      sha256: s.sha256,
      signedAt: s.signedAt.toISOString(),
    })),
    rules,
    lists: listVersions(c),
    madeAt: now.toISOString(),
    madeBy: c.names.get(permit.actor.userId) ?? permit.actor.userId,
    program: product,
  }
}

/** Every version of a list that a check asked, each once. */
function listVersions({ checks }: BundleContent): readonly ListVersion[] {
  const seen = new Map<string, ListVersion>()
  for (const { evidence, source, sourceAsOf } of checks) {
    const list = evidence.list as Partial<ListVersion> | null | undefined
    const version: ListVersion | undefined = list?.source
      ? {
          source: list.source,
          ...(list.asOf && { asOf: list.asOf }),
          ...(list.sha256 && { sha256: list.sha256 }),
          ...(list.rows !== undefined && { rows: list.rows }),
        }
      : source
        ? { source, ...(sourceAsOf && { asOf: sourceAsOf }) }
        : undefined
    if (version) seen.set(`${version.source} ${version.asOf} ${version.sha256}`, version)
  }
  return [...seen.values()].sort((a, b) => (a.source < b.source ? -1 : 1))
}
