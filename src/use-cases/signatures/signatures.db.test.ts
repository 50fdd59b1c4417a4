/** A group's first application: prepared by a helper, signed by an official whom the organization took in, or declined. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { open } from '#db/kit/open.ts'
import { findApplication } from '#db/queries/application/applications.ts'
import { insertApplication } from '#db/records/application/applications.ts'
import { insertMember } from '#db/records/delegation/members.ts'
import { ensureOrganization } from '#db/records/delegation/organizations.ts'
import { type Action, type Actor, authorize, type Permit } from '#domain/access/policy.ts'
import { day } from '#domain/dates.ts'
import { cms855b } from '#forms/cms855b/index.ts'
import { elmRidgeGroup, elmRidgeNpi } from '#test/people/elm-ridge-group.ts'
import {
  enrollee,
  fill,
  loadSources,
  noon,
  type Person,
  providerWorld,
  services,
  type World,
  walk,
} from '#test/support/provider.ts'
import { freezeApplication } from '#use-cases/application/freeze-application.ts'
import { explainAll, inRegistry } from '#use-cases/application/organization.fixture.ts'
import { signApplication } from '#use-cases/application/sign-application.ts'
import { permitFor } from '#use-cases/case/filed.fixture.ts'
import { account, mailsTo, signedIn } from '#use-cases/delegation/delegation.fixture.ts'
import { dashboardPage } from '#web/portal/dashboard-page.tsx'
import { declineSignaturePage } from '#web/portal/signatures/decline-page.tsx'
import { signPage } from '#web/portal/signatures/sign-page.tsx'
import { askSignaturePage, signersPage } from '#web/portal/signatures/signers-page.tsx'
import { en } from '#words/index.ts'
import { askSignature } from './ask-signature.ts'
import { remindSigners } from './remind-signers.ts'
import { possibleSigners, signersOfApplication } from './signers.ts'

const office = { origin: services.site.origin, words: en }
let t: World
let groupId: string
let harriet: Person
let owen: Person
let dana: Person
let clerk: Person
let id: string

/** An account that the organization took in, with the rights that a request of theirs would have. */
async function member(name: string, role: 'authorized-official' | 'access-manager' | 'staff-end-user', org: string) {
  const { userId } = await account(t, name)
  await insertMember(t.db, { userId, role, partyId: org, functions: undefined, addedBy: userId }, noon)
  const { see } = await signedIn(t, { userId, actor: { userId, memberships: [] } })
  return { userId, actor: (await see())!.actor as Actor }
}

beforeAll(async () => {
  t = await providerWorld()
  await loadSources(t, [
    inRegistry({
      npi: elmRidgeNpi,
      organization: 'ELM RIDGE MEDICAL GROUP LLC',
      place: { line1: '1400 ELM RIDGE RD', city: 'SPRINGFIELD', zip: '62704', phone: '2175550161' },
      taxonomy: '193200000X',
      official: { first: 'HARRIET', last: 'SANDOVAL' },
    }),
  ])
  groupId = await enrollee(t, elmRidgeNpi, 'Elm Ridge', 'organization')
  const { id: org } = await ensureOrganization(t.db, { kind: 'provider', name: 'Elm Ridge', taxId: '084400551' }, noon)
  const k = open(t.db)
  await k
    .insertInto('organization_enrollee')
    .values({ enrollee_id: groupId, organization_id: org, since: noon })
    .execute()
  harriet = await member('Harriet Sandoval', 'authorized-official', org)
  owen = await member('Owen Castellanos', 'authorized-official', org)
  dana = await member('Dana Whitcomb', 'access-manager', org)
  clerk = await member('Clara Penn', 'staff-end-user', org)
  const permit = authorize(clerk.actor, 'application.start', { id: groupId, enrolleeId: groupId })
  if (!permit.ok) throw new Error('a helper may start')
  const a = { form: 'CMS-855B', edition: cms855b.edition, reason: 'initial', state: 'IL', contractorId: 'mid' } as const
  id = await insertApplication(t.db, permit.value, { ...a, signerId: undefined, prefilled: [] }, noon)
})
afterAll(() => t.close())

const permitted = <A extends Action>(who: Person, action: A, applicationId = id): Promise<Permit<A>> =>
  permitFor(t.db, who.actor, action, applicationId)
const ask = async (of: Person, now = noon) =>
  askSignature(t.db, await permitted(clerk, 'application.edit'), of.userId, office, now)
const standing = async () =>
  (await signersOfApplication(t.db, await permitted(clerk, 'application.view'), en, noon)).request?.standing
async function sign(who: Person, key: string) {
  const permit = await permitted(who, 'application.sign')
  const { sha256 } = await freezeApplication(t.db, permit, en, noon)
  const signature = { typedName: 'Harriet Sandoval', agreed: true, seenSha256: sha256, idempotencyKey: key }
  return signApplication(t.db, permit, signature, { site: services.site, words: en }, noon)
}

describe('asking for a signature', () => {
  test('nobody is asked to sign what is not ready, and nobody who may not sign', async () => {
    expect(await ask(harriet)).toMatchObject({ ok: false, problem: { code: 'incomplete' } })
    await fill(t, id, elmRidgeGroup, clerk.actor, cms855b)
    await explainAll(t, clerk, id)
    for (const who of [clerk, dana, t.stranger])
      expect(await ask(who)).toMatchObject({ ok: false, problem: { code: 'not-a-choice' } })
    // The application names another official.
    expect(await ask(owen)).toMatchObject({ ok: false, problem: { code: 'official-not-you' } })
    for (const who of [harriet, owen]) await expect(permitted(who, 'application.sign')).rejects.toThrow('not-permitted')
  })

  test('the official is mailed, and can sign; whoever asked cannot', async () => {
    const posted = { signer: harriet.userId }
    expect(await walk(t, clerk, askSignaturePage, 'post', { applicationId: id }, { posted })).toMatchObject({
      status: 303,
    })
    expect((await mailsTo(t, 'harriet.sandoval@example.org')).at(-1)?.body).toContain(`/applications/${id}/sign`)
    expect(await standing()).toBe('asked')
    expect((await walk(t, clerk, signersPage, 'get', { applicationId: id })).html).toContain('Asked on')
    expect((await walk(t, harriet, signPage, 'get', { applicationId: id })).html).toContain('Harriet Sandoval')
    for (const who of [clerk, owen, dana, t.stranger])
      expect((await walk(t, who, signPage, 'get', { applicationId: id })).status).toBe(404)
  })

  test('reminders come on their days, each once, and none after a change', async () => {
    const permit = authorize({ userId: 'system', memberships: [{ role: 'system', partyId: 'system' }] }, 'system.run', {
      id: 'x',
    })
    if (!permit.ok) throw new Error('the system may run')
    const reminders = async () =>
      (await mailsTo(t, 'harriet.sandoval@example.org')).filter((m) => m.subject.startsWith('Reminder')).length
    const at = (days: number) => new Date(noon.getTime() + days * 86_400_000)
    for (const days of [1, 2, 3, 4, 8, 8]) await remindSigners(t.db, permit.value, office, at(days))
    expect(await reminders()).toBe(2)
    const k = open(t.db)
    await k
      .updateTable('application')
      .set({ updated_at: at(9) })
      .where('id', '=', id)
      .execute()
    await remindSigners(t.db, permit.value, office, at(14))
    expect(await reminders()).toBe(2)
    await k.updateTable('application').set({ updated_at: noon }).where('id', '=', id).execute()
  })

  test('any edit voids the request', async () => {
    const other = [{ id: '1', answers: { ...elmRidgeGroup.correspondence![0]!.answers, email: 'new@example.org' } }]
    await fill(t, id, { ...elmRidgeGroup, correspondence: other }, clerk.actor, cms855b)
    expect(await standing()).toBe('void')
    expect((await walk(t, clerk, signersPage, 'get', { applicationId: id })).html).toContain('it counts no more')
    const asked = await open(t.db).selectFrom('signature_request').select('sha256').executeTakeFirstOrThrow()
    const permit = await permitted(harriet, 'application.sign')
    const old = { typedName: 'Harriet Sandoval', agreed: true, seenSha256: asked.sha256, idempotencyKey: 'old' }
    expect(await signApplication(t.db, permit, old, { site: services.site, words: en }, noon)).toMatchObject({
      problem: { code: 'document-changed' },
    })
    expect((await ask(harriet)).ok).toBe(true)
    expect(await standing()).toBe('asked')
  })

  test('whoever declines says why, and the preparer finds it on the dashboard', async () => {
    const short = await walk(
      t,
      harriet,
      declineSignaturePage,
      'post',
      { applicationId: id },
      { posted: { reason: 'no' } },
    )
    expect(short.status).toBe(422)
    const posted = { reason: 'The second office has moved. Correct it first.' }
    expect(await walk(t, harriet, declineSignaturePage, 'post', { applicationId: id }, { posted })).toMatchObject({
      status: 303,
    })
    expect(await standing()).toBe('declined')
    expect((await walk(t, clerk, dashboardPage, 'get', {})).html).toContain('The second office has moved')
    expect((await mailsTo(t, 'clara.penn@example.org')).at(-1)?.subject).toBe('A signature was declined')
    expect(await walk(t, harriet, declineSignaturePage, 'post', { applicationId: id }, { posted })).toMatchObject({
      status: 422,
    })
  })

  test('the last signature sends it, once, and the people of the organization are told', async () => {
    expect((await ask(harriet)).ok).toBe(true)
    const done = await Promise.all([sign(harriet, 'k'), sign(harriet, 'k')])
    expect(done).toMatchObject([
      { ok: true, value: { ordinal: 1 } },
      { ok: true, value: { ordinal: 1 } },
    ])
    const { status } = await findApplication(t.db, await permitted(clerk, 'application.view'))
    expect(status).toBe('submitted')
    expect(await standing()).toBe('signed')
    for (const to of ['owen.castellanos@example.org', 'clara.penn@example.org'])
      expect((await mailsTo(t, to)).at(-1)?.subject).toBe('An application was submitted')
  })
})

test('a delegated official on record signs a change, and nothing else', async () => {
  const k = open(t.db)
  const enrollmentId = 'O20261124000001'
  await k
    .insertInto('enrollment')
    .values({
      id: enrollmentId,
      enrollee_id: groupId,
      form: 'CMS-855B',
      specialty: '12-70',
      state: 'IL',
      contractor_id: 'mid',
      ptan: 'IL0001',
      status: 'approved',
      created_at: noon,
    })
    .execute()
  const official = (name: string, role: 'authorized-official' | 'delegated-official') => ({
    id: randomUUID(),
    enrollment_id: enrollmentId,
    name,
    role,
    from_on: day('2026-01-01'),
  })
  await k
    .insertInto('enrollment_official')
    .values([official('Dana Whitcomb', 'delegated-official'), official('Quentin Marsh', 'authorized-official')])
    .execute()
  const start = authorize(clerk.actor, 'application.start', { id: groupId, enrolleeId: groupId })
  if (!start.ok) throw new Error('a helper may start')
  const about = async (reason: 'change' | 'revalidation') => {
    const a = { form: 'CMS-855B', edition: '1', reason, enrollmentId, state: 'IL', contractorId: 'mid' }
    const made = await insertApplication(t.db, start.value, { ...a, signerId: dana.userId, prefilled: [] }, noon)
    const permit = await permitted(clerk, 'application.edit', made)
    return {
      made,
      names: (await possibleSigners(t.db, permit, await findApplication(t.db, permit))).map((p) => p.name),
    }
  }
  const change = await about('change')
  expect(change.names).toEqual(['Dana Whitcomb', 'Harriet Sandoval', 'Owen Castellanos', 'Quentin Marsh'])
  const frozen = await freezeApplication(t.db, await permitted(dana, 'application.sign', change.made), en, noon)
  expect(frozen.record.signer).toBe('Dana Whitcomb')
  expect(frozen.open.map((p) => p.code)).not.toContain('official-not-you')
  const again = await about('revalidation')
  expect(again.names).not.toContain('Dana Whitcomb')
  await expect(permitted(dana, 'application.sign', again.made)).rejects.toThrow('not-permitted')
  // Off the record, the account alone gives no signature.
  await k
    .updateTable('enrollment_official')
    .set({ to_on: day('2026-11-01') })
    .where('name', '=', 'Dana Whitcomb')
    .execute()
  const off = await freezeApplication(t.db, await permitted(dana, 'application.sign', change.made), en, noon)
  expect(off.open.map((p) => p.code)).toContain('official-not-you')
})
