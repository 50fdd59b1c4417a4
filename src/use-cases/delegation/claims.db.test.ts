/** Claims to be an official against a real database: proof, decision, succession, objection. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { open } from '#db/kit/open.ts'
import {
  type ClaimSubject,
  claimSubject,
  findClaim,
  listOpenClaims,
  unsealClaimDocument,
} from '#db/queries/delegation/claims.ts'
import { type Actor, systemActor } from '#domain/access/policy.ts'
import { after } from '#domain/access/session.ts'
import type { ScanAnswer, Scanner } from '#outside/malware/scanner.ts'
import { noon, type Person, providerWorld, services, type World } from '#test/support/provider.ts'
import { en } from '#words/index.ts'
import { scanDocuments } from '../documents/scan-documents.ts'
import { type ClaimInput, makeClaim } from './claim-official.ts'
import { decideOfficialClaim, objectToClaim } from './decide-official-claim.ts'
import { account, caller, mailsTo, must, owning, permit, signedIn, teller } from './delegation.fixture.ts'
import { whoMaySign } from './who-may-sign.ts'

const days = (n: number) => after(noon, n * 86_400_000)
const desk: Actor = { userId: randomUUID(), memberships: [{ role: 'help-desk', partyId: 'site' }] }
const analyst = (contractor: string): Actor => ({
  userId: randomUUID(),
  memberships: [{ role: 'mac-analyst', partyId: contractor }],
})
const NPI = '2000001661'
const pdf = { fileName: 'letter.pdf', bytes: Buffer.from('%PDF-1.7\n1 0 obj\n'), tooLarge: false }
const input: ClaimInput = {
  kind: 'provider',
  name: 'Lakeside Medical Group LLC',
  ein: '08-0000166',
  npi: NPI,
  state: 'IL',
  role: 'authorized-official',
  title: 'President',
  succession: 'joins',
  explanation: '',
}
let t: World
let enrolleeId: string
beforeAll(async () => {
  t = await providerWorld()
  enrolleeId = randomUUID()
  await open(t.db)
    .insertInto('app_user')
    .values({ id: desk.userId, login_id: 'desk.person', status: 'active', display_name: 'Desk', created_at: noon })
    .execute()
  await open(t.db)
    .insertInto('enrollee')
    .values({
      id: enrolleeId,
      kind: 'organization',
      npi: NPI,
      display_name: 'Lakeside Medical Group',
      practice: '{}',
      created_at: noon,
    })
    .execute()
  await open(t.db)
    .insertInto('enrollment')
    .values({
      id: 'O20200101000001',
      enrollee_id: enrolleeId,
      form: 'CMS-855B',
      specialty: '12-70',
      state: 'IL',
      contractor_id: 'mid',
      ptan: 'IL1',
      status: 'approved',
      created_at: noon,
    })
    .execute()
  await open(t.db)
    .insertInto('enrollment_official')
    .values({
      id: randomUUID(),
      enrollment_id: 'O20200101000001',
      name: 'Nora Named',
      title: 'CFO',
      role: 'authorized-official',
      from_on: '2020-01-01' as never,
    })
    .execute()
})
afterAll(() => t.close())

const claim = (who: Person, more: Partial<ClaimInput> = {}, file: typeof pdf | undefined = pdf, now = noon) =>
  makeClaim(
    t.db,
    owning(who, 'claim.make'),
    { ...teller, files: services.files },
    { ...input, ...more },
    file,
    caller,
    now,
  )
const subject = async (id: string): Promise<ClaimSubject> => (await claimSubject(t.db, id))!
const decide = async (id: string, outcome: string, now = noon, by = desk) =>
  decideOfficialClaim(
    t.db,
    permit(by, 'claim.decide', await subject(id)),
    teller,
    { outcome, reason: 'Compared with the IRS letter' },
    caller,
    now,
  )
const rolesOf = async (who: Person) =>
  (await (await signedIn(t, who)).see())!.actor.memberships.map((m) => [m.role, m.partyId])

describe('a claim', () => {
  test('needs right answers, a proof that is one, and is open once', async () => {
    const who = await account(t, 'Wrong Way')
    expect(await claim(who, { ein: '12', npi: '1', title: '' })).toMatchObject({
      problems: [{ code: 'required', at: 'title' }, { code: 'not-an-ein' }, { code: 'not-an-npi' }],
    })
    expect(
      await makeClaim(
        t.db,
        owning(who, 'claim.make'),
        { ...teller, files: services.files },
        input,
        undefined,
        caller,
        noon,
      ),
    ).toMatchObject({ problem: { code: 'proof-needed' } })
    expect(await claim(who, {}, { ...pdf, bytes: Buffer.from('not a paper') })).toMatchObject({
      problem: { code: 'file-type' },
    })
    const { claimId } = must(await claim(who))
    expect(await claim(who)).toMatchObject({ problem: { code: 'claim-open' } })
    expect(await rolesOf(who)).toEqual([])
    must(await decide(claimId, 'denied'))
    expect(await rolesOf(who)).toEqual([])
  })

  test('is decided by the help desk or the contractor of its state, once, never by another contractor', async () => {
    const oscar = await account(t, 'Oscar Montague')
    const { claimId } = must(await claim(oscar))
    const s = await subject(claimId)
    expect(() => permit(analyst('other'), 'claim.decide', s)).toThrow('not-permitted')
    const mid = permit(analyst('mid'), 'claims.list', { id: 'mid', contractorId: 'mid' })
    expect((await listOpenClaims(t.db, mid)).map((c) => c.id)).toEqual([claimId])
    const deciding = permit(desk, 'claim.decide', s)
    const { document } = await findClaim(t.db, deciding)
    const opened = unsealClaimDocument(t.db, deciding, await services.files.get(document!.storedAs))
    expect(opened.equals(pdf.bytes)).toBe(true)
    const both = await Promise.all([decide(claimId, 'approved'), decide(claimId, 'approved')])
    expect(both.filter((r) => r.ok)).toHaveLength(1)
    // The role at the organization reaches the enrollee that has its NPI.
    expect(await rolesOf(oscar)).toEqual([
      ['authorized-official', s.organizationId],
      ['authorized-official', enrolleeId],
    ])
    expect((await mailsTo(t, 'oscar.montague@example.org')).at(-1)?.subject).toBe('Your claim was approved')
  })

  test('may rest on an enrollment that names the person; both facts are side by side', async () => {
    const nora = await account(t, 'Nora Named')
    const made = must(
      await makeClaim(
        t.db,
        owning(nora, 'claim.make'),
        { ...teller, files: services.files },
        input,
        undefined,
        caller,
        noon,
      ),
    )
    const s = await subject(made.claimId)
    expect(await findClaim(t.db, permit(desk, 'claim.view', s))).toMatchObject({ namedOn: 'O20200101000001' })
    must(await decide(made.claimId, 'approved'))
    const actor = (await (await signedIn(t, nora)).see())!.actor
    const people = await whoMaySign(
      t.db,
      permit(actor, 'people.view', { id: s.organizationId, partyIds: [s.organizationId] }),
    )
    expect(people.map((p) => [p.name, p.member?.role, p.missing])).toEqual([
      ['Nora Named', 'authorized-official', undefined],
      ['Oscar Montague', 'authorized-official', 'name'],
    ])
  })
})

test('a successor takes the place of officials who were told; an objection makes it wait 14 days', async () => {
  const [first, second] = [await account(t, 'First Chief'), await account(t, 'Second Chief')]
  const company = { kind: 'surrogate', name: 'Brightline', ein: '080000999', npi: '' } as const
  must(await decide(must(await claim(first, company)).claimId, 'approved'))
  const { claimId } = must(await claim(second, { ...company, succession: 'replaces' }))
  expect((await mailsTo(t, 'first.chief@example.org')).at(-1)?.subject).toContain('claims to be an official')
  const s = await subject(claimId)
  const chief = (await (await signedIn(t, first)).see())!.actor
  const objecting = permit(chief, 'claim.object', s)
  expect(await objectToClaim(t.db, objecting, teller, 'no', caller, noon)).toMatchObject({
    problem: { code: 'reason-needed' },
  })
  must(await objectToClaim(t.db, objecting, teller, 'I never left this company', caller, noon))
  expect(await decide(claimId, 'approved', days(13))).toMatchObject({ problem: { code: 'claim-waits' } })
  expect((await rolesOf(first)).map(([role]) => role)).toEqual(['authorized-official'])
  must(await decide(claimId, 'approved', days(15)))
  expect(await rolesOf(first)).toEqual([])
  const held = await t.pool.query("select role from membership where user_id = $1 and status = 'active'", [
    second.userId,
  ])
  expect(held.rows).toEqual([{ role: 'authorized-official' }])
  const ended = await t.pool.query("select subject from message where recipient = 'first.chief@example.org'")
  expect(ended.rows.map((r) => r.subject)).toContain('Your role at Brightline was ended')
})

test('keeps a proof that came while the scanner was down from everybody until it was looked at', async () => {
  const scanner = (answer: ScanAnswer): Scanner => ({ scan: async () => answer })
  const scan = async (s: Scanner) =>
    scanDocuments(
      t.db,
      permit(systemActor, 'system.run', { id: 'jobs' }),
      { files: services.files, scanner: s, origin: 'http://x', words: en },
      noon,
    )
  const { rows } = await t.pool.query(
    "select count(*)::int as n from official_claim where document_stored_as is not null and scan_state = 'not-scanned'",
  )
  expect(rows[0].n).toBeGreaterThan(0)
  expect(await scan(scanner({ kind: 'unavailable', why: 'down' }))).toBe(0)
  expect(await scan(scanner({ kind: 'clean' }))).toBe(rows[0].n)
  const after = await t.pool.query(
    'select distinct scan_state from official_claim where document_stored_as is not null',
  )
  expect(after.rows).toEqual([{ scan_state: 'clean' }])
})
