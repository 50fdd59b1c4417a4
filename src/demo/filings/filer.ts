/** Who has several filings in the demonstration: an account that visitors know, and what it does with an application. */
import { randomUUID } from 'node:crypto'
import { open } from '#db/kit/open.ts'
import { findFile } from '#db/queries/application/application-file.ts'
import { insertAccount, insertMembership } from '#db/records/access/accounts.ts'
import { insertApp, saveContact } from '#db/records/access/factors.ts'
import { transact } from '#db/records/transact.ts'
import { type Actor, authorize } from '#domain/access/policy.ts'
import { cms855i } from '#forms/cms855i/index.ts'
import { signerOf } from '#letters/submitted-record.ts'
import { freezeApplication } from '#use-cases/application/freeze-application.ts'
import { saveSection } from '#use-cases/application/save-section.ts'
import type { Signature } from '#use-cases/application/sign-application.ts'
import { startChange } from '#use-cases/application/start-change.ts'
import type { DemoFiler } from '../accounts/filers.ts'
import { must, permitted, type Stage } from '../applications/application-case.ts'
import { explain } from '../applications/provider-acts.ts'

export interface Practitioner {
  readonly enrolleeId: string
  readonly enrollmentId: string
  readonly name: string
}

/** Undefined when the account is there: its story was told. The password is that of all, so that nothing is hashed. */
export async function accountFor(
  { db }: Stage,
  filer: DemoFiler,
  { enrolleeId, name }: Omit<Practitioner, 'enrollmentId'>,
  at: Date,
): Promise<Actor | undefined> {
  const { password_hash } = await open(db)
    .selectFrom('app_user')
    .select('password_hash')
    .where('login_id', '=', 'rosa.vega')
    .executeTakeFirstOrThrow()
  const account = { loginId: filer.loginId, displayName: name, passwordHash: password_hash ?? '' }
  return transact(db, async (tx) => {
    const userId = await insertAccount(tx, account, at)
    if (!userId) return undefined
    await saveContact(tx, { userId, kind: 'email', value: filer.email, useForMfa: true, notify: true }, at)
    await insertApp(tx, { userId, label: '1', seed: filer.totpSeed, step: 0 }, at)
    const membership = { role: filer.role, partyId: enrolleeId }
    await insertMembership(tx, { userId, ...membership }, at)
    return { userId, memberships: [membership] }
  })
}

export async function begin(
  { db }: Stage,
  actor: Actor,
  { enrolleeId, enrollmentId }: Practitioner,
  reason: 'change' | 'revalidation',
  at: Date,
): Promise<string> {
  const permit = must(authorize(actor, 'application.start', { id: enrolleeId, enrolleeId }), reason)
  const input = { enrollmentId, reason, tasks: reason === 'change' ? ['mail'] : [] }
  return must(await startChange(db, permit, input, at), reason).applicationId
}

/** Mail should go to another street. */
export async function changeMail(s: Stage, actor: Actor, applicationId: string, line1: string, at: Date) {
  const edit = await permitted(s, actor, 'application.edit', applicationId)
  const before = (await findFile(s.db, edit)).correspondence?.[0]
  if (!before) throw new Error('the record says where mail goes')
  const { id: itemId, version: seenVersion } = before
  const { line2: _, ...kept } = before.answers
  const answers = { ...kept, line1 }
  must(await saveSection(s.db, edit, { sectionId: 'correspondence', itemId, answers, seenVersion }, at), 'mail')
}

/** What the practitioner signs with, having explained what the registry says otherwise. */
export async function signatureOf(s: Stage, actor: Actor, applicationId: string, at: Date): Promise<Signature> {
  await explain(s, { applicationId, form: cms855i.id, owner: { actor } }, at)
  const permit = await permitted(s, actor, 'application.sign', applicationId)
  const { sha256, record } = await freezeApplication(s.db, permit, s.words, at)
  return { typedName: signerOf(record), agreed: true, seenSha256: sha256, idempotencyKey: randomUUID() }
}
