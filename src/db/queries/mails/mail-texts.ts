/** Reads of the edited texts of mails. A mail without a version in force has the product's own text. */
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { MailKind } from '#domain/mails/mail-kinds.ts'
import type { MailText } from '#domain/mails/mail-text.ts'
import type { VersionState } from '#domain/versions.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

export interface MailTextVersion {
  readonly version: number
  readonly text: MailText
  readonly from: Day
  readonly reason: string
  readonly state: VersionState
  readonly proposedBy: string
  readonly proposedByName: string | undefined
  readonly proposedAt: Date
  readonly answeredByName: string | undefined
  readonly answeredAt: Date | undefined
  readonly answer: string | undefined
  /** Mails that were written with it. */
  readonly mails: number
}

/** Whose texts: a contractor's, or everybody's. */
export interface TextsOf {
  readonly kind: MailKind
  readonly contractorId: string | undefined
}

/** Every version, the newest first. */
export async function listMailTexts(
  db: Db,
  _: Permit<'mail-text.edit'>,
  { kind, contractorId }: TextsOf,
): Promise<readonly MailTextVersion[]> {
  const rows = await open(db)
    .selectFrom('mail_text as t')
    .leftJoin('app_user as u', 'u.id', 't.proposed_by')
    .leftJoin('app_user as v', 'v.id', 't.answered_by')
    .selectAll('t')
    .select(['u.display_name as by_name', 'v.display_name as answered_name'])
    .select(sql<number>`(select count(*) from message m where m.text_id = t.id)`.as('mails'))
    .where('t.kind', '=', kind)
    .where('t.contractor_id', 'is not distinct from', contractorId ?? null)
    .orderBy('t.version', 'desc')
    .limit(200)
    .execute()
  return rows.map((r) => ({
    version: r.version,
    text: { subject: r.subject, body: r.body },
    from: r.from_on,
    reason: r.reason,
    state: r.state,
    proposedBy: r.proposed_by,
    proposedByName: r.by_name ?? undefined,
    proposedAt: r.proposed_at,
    answeredByName: r.answered_name ?? undefined,
    answeredAt: r.answered_at ?? undefined,
    answer: r.answer ?? undefined,
    mails: Number(r.mails),
  }))
}

export interface MailTextCount {
  readonly kind: MailKind
  readonly contractorId: string | undefined
  readonly inForce: number | undefined
  readonly comes: Day | undefined
  readonly waiting: number | undefined
}

/** Which version of each mail counts, comes and waits: of a contractor and of everybody. */
export async function countMailTexts(
  db: Db,
  permit: Permit<'mail-text.edit'>,
  today: Day,
): Promise<readonly MailTextCount[]> {
  const { contractorId } = permit.subject
  const rows = await open(db)
    .selectFrom('mail_text')
    .select(['kind', 'contractor_id', 'version', 'state', 'from_on'])
    .where((e) => e.or([e('contractor_id', 'is', null), e('contractor_id', '=', contractorId ?? '')]))
    .where('state', 'in', ['in-force', 'waiting'])
    .orderBy('from_on')
    .orderBy('version')
    .execute()
  return [...Map.groupBy(rows, (r) => `${r.kind}|${r.contractor_id ?? ''}`).values()].map((of) => ({
    kind: of[0]!.kind,
    contractorId: of[0]!.contractor_id ?? undefined,
    inForce: of.findLast((r) => r.state === 'in-force' && r.from_on <= today)?.version,
    comes: of.find((r) => r.state === 'in-force' && r.from_on > today)?.from_on,
    waiting: of.find((r) => r.state === 'waiting')?.version,
  }))
}
