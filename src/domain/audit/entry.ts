/** One entry of the audit log, as it is hashed: who, acting for whom, what, on whose, from where, with what outcome. Pure. */
import { canonicalJson } from '../canonical-json.ts'

export const auditSources = ['account', 'application', 'view', 'staff', 'decision'] as const
export type AuditSource = (typeof auditSources)[number]

export interface AuditEntry {
  /** Where the event was written with its act: sign-ins and accounts, applications, what was looked at, staff. */
  readonly source: AuditSource
  readonly sourceId: string
  readonly at: Date
  readonly actorId: string
  readonly actingFor: string | null
  readonly action: string
  /** The account, application, enrollee or other thing that it is about. */
  readonly subjectId: string | null
  readonly outcome: string
  readonly ip: string | null
  readonly userAgent: string | null
  readonly detail: Readonly<Record<string, unknown>>
}

export interface ChainedEntry extends AuditEntry {
  readonly seq: number
  readonly prevHash: string
  readonly hash: string
}

/** What the first entry follows. */
export const GENESIS = 'openpecos-audit-genesis'

/** The text whose SHA-256 is the hash of an entry: one spelling for one content (RFC 8785 after canonical-json.ts). */
export const hashedText = (e: AuditEntry, seq: number, prevHash: string): string =>
  canonicalJson({
    seq,
    prev: prevHash,
    source: e.source,
    sourceId: e.sourceId,
    at: e.at.toISOString(),
    actor: e.actorId,
    actingFor: e.actingFor,
    action: e.action,
    subject: e.subjectId,
    outcome: e.outcome,
    ip: e.ip,
    userAgent: e.userAgent,
    detail: e.detail,
  })

/** The text that a checkpoint signs. */
export const checkpointText = (c: { readonly seq: number; readonly hash: string; readonly at: Date }): string =>
  canonicalJson({ purpose: 'openpecos audit checkpoint', seq: c.seq, hash: c.hash, at: c.at.toISOString() })
