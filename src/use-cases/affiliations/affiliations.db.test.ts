/** Affiliations from the request to the finding: who may do what, what is kept, what is found again, who is told. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { open } from '#db/kit/open.ts'
import { listAffiliations } from '#db/queries/affiliations/disclosed.ts'
import { affiliationEvidence } from '#db/queries/affiliations/evidence.ts'
import { listDeskQueue, listOwnAffiliationRequests } from '#db/queries/affiliations/request-lists.ts'
import {
  affiliationSubject,
  findAffiliationRequest,
  findDeskRequest,
  findKeptKnown,
} from '#db/queries/affiliations/requests.ts'
import { searchAffiliations } from '#db/queries/affiliations/search.ts'
import { listUnchained } from '#db/records/staff/audit-log.ts'
import { type Action, type Actor, authorize, systemActor } from '#domain/access/policy.ts'
import { undueRiskFactors } from '#domain/affiliation/undue-risk.ts'
import { day } from '#domain/dates.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { en } from '#words/index.ts'
import { contractorId, type DeskWorld, office, seedDesk } from '../case/desk.fixture.ts'
import { fileApplication, permitFor } from '../case/filed.fixture.ts'
import { seedLists } from '../case/lists.fixture.ts'
import { takeCase } from '../case/take-case.ts'
import { codeOf, enroll, must, now, onEnrollment, permitOn } from '../decisions/decisions.fixture.ts'
import { ownCalendar } from '../time/own-calendar.ts'
import { keepAffiliation, removeAffiliation } from './answer-affiliations.ts'
import { askAffiliations } from './ask-affiliations.ts'
import { closeAffiliations, determineAffiliations, giveAffiliationsTime } from './determine-affiliations.ts'
import { keptOfParties, knownOfParties } from './known-of-parties.ts'
import { remindAffiliations } from './remind-affiliations.ts'
import { freezeAffiliations, signAffiliations } from './sign-affiliations.ts'

let t: TestDatabase
let world: DeskWorld
let applicationId: string
const basis = 'The revocation list names a firm at the same address.'
const later = (days: number) => new Date(now.getTime() + days * 86_400_000)

beforeAll(async () => {
  t = await testDatabase()
  world = await seedDesk(t.db, now)
  await seedLists(t.db, now, [
    {
      id: 'x1',
      list: 'LEIE',
      business: 'QUIET HARBOR THERAPY LLC',
      npi: '2000000291',
      authority: '1128b7',
      excludedOn: day('2024-03-04'),
    },
    { id: 'x2', list: 'LEIE', last: 'TIDEWATER', first: 'JOHN', authority: '1128a1', excludedOn: day('2023-01-09') },
  ])
  applicationId = await fileApplication(t.db, world, now)
})
afterAll(() => t?.close())

const on = async <A extends Action>(actor: Actor, action: A, id: string) =>
  permitOn(actor, action, (await affiliationSubject(t.db, id))!)
const asking = (actor: Actor) => permitFor(t.db, actor, 'affiliation.ask', applicationId)
const ask = async (actor: Actor, text = basis) =>
  askAffiliations(t.db, await asking(actor), { of: 'application', basis: text }, office, now)
const searching = (actor: Actor, of: string | undefined = contractorId) => {
  const found = authorize(actor, 'affiliation.search', { id: 'desk', ...(of && { contractorId: of }) })
  if (!found.ok) throw new Error('may search')
  return found.value
}
const mails = async () =>
  (await open(t.db).selectFrom('message').select(['recipient', 'subject']).orderBy('subject').execute()).map(
    (m) => `${m.recipient}: ${m.subject}`,
  )

const harbor = {
  concerns: 'provider',
  partyKind: 'organization',
  partyName: 'Quiet Harbor Therapy LLC',
  partyNpi: '2000000291',
  partyEin: '071234567',
  programs: ['medicare'],
  ties: ['ownership'],
  percent: 25,
  from: '2019-02-01',
  ended: true,
  to: '2023-06-30',
  endReason: 'I sold my share.',
  event: 'exclusion',
  eventOn: '2024-03-04',
  standing: 'stands',
}
let requestId: string

describe('asking', () => {
  test('is for whoever holds the case', async () => {
    expect(await codeOf(ask(world.analyst))).toBe('not-your-case')
    await must(takeCase(t.db, await permitFor(t.db, world.analyst, 'application.review', applicationId), now))
    expect(await codeOf(ask(world.analyst, 'so'))).toBe('reason-needed')
    await expect(asking(world.stranger)).rejects.toThrow()
    await expect(asking(world.vega)).rejects.toThrow()
  })
  test('sends a letter and a mail with the last day, once', async () => {
    const made = await must(ask(world.analyst))
    requestId = made.id
    expect(made.dueOn).toBe('2026-12-25')
    expect(await codeOf(ask(world.analyst))).toBe('affiliations-open')
    const letters = await open(t.db).selectFrom('letter').select(['kind', 'title', 'wording_kind']).execute()
    expect(letters).toEqual([
      { kind: 'affiliations', title: 'Tell us of your affiliations', wording_kind: 'affiliations' },
    ])
    expect(await mails()).toEqual(['rosa@vega.example: Medicare asks you something: answer by December 25, 2026'])
  })
  test('it is in the provider’s calendar, without what the desk believes', async () => {
    const viewing = authorize(world.vega, 'dashboard.view', { id: world.vega.userId, ownerId: world.vega.userId })
    if (!viewing.ok) throw new Error('may look')
    const items = await ownCalendar(t.db, viewing.value, day('2026-11-25'))
    expect(items.filter((i) => i.kind === 'affiliations')).toMatchObject([
      { on: '2026-12-25', href: `/affiliations/${requestId}` },
    ])
    expect(JSON.stringify(await listOwnAffiliationRequests(t.db, viewing.value))).not.toContain(basis)
  })
})

describe('answering', () => {
  const keep = async (answers: object, seenVersion?: number) =>
    keepAffiliation(
      t.db,
      await on(world.vega, 'affiliation.answer', requestId),
      { itemId: 'one', answers: answers as never, seenVersion },
      now,
    )
  test('is kept as far as it goes, and an older page changes nothing', async () => {
    await must(keep({ partyName: 'Quiet Harbor' }))
    expect(await codeOf(keep({ partyName: 'Another' }))).toBe('stale')
    await must(keep(harbor, 1))
    await must(keep(harbor, 1))
    const stored = await listAffiliations(t.db, await on(world.vega, 'affiliation.view', requestId))
    expect(stored).toMatchObject([{ id: 'one', answers: harbor, version: 2 }])
    const { answers, restricted } = await open(t.db).selectFrom('affiliation').selectAll().executeTakeFirstOrThrow()
    expect(JSON.stringify(answers)).not.toContain('071234567')
    expect(restricted?.includes(Buffer.from('071234567'))).toBe(false)
  })
  test('an unfinished one cannot be signed; removed it can be put back', async () => {
    const answer = await on(world.vega, 'affiliation.answer', requestId)
    const sign = await on(world.vega, 'affiliation.sign', requestId)
    await must(keepAffiliation(t.db, answer, { itemId: 'two', answers: {}, seenVersion: undefined }, now))
    expect((await freezeAffiliations(t.db, sign, en, now)).open).toMatchObject([{ code: 'affiliations-unfinished' }])
    await must(removeAffiliation(t.db, answer, 'two', now))
    expect(await listAffiliations(t.db, answer, true)).toMatchObject([{ id: 'two' }])
    expect((await freezeAffiliations(t.db, sign, en, now)).open).toEqual([])
  })
  test('the desk sees and finds nothing before the signature', async () => {
    const review = await on(world.analyst, 'affiliation.review', requestId)
    expect(await knownOfParties(t.db, review, now)).toEqual([])
    expect(await searchAffiliations(t.db, searching(world.analyst), {})).toEqual([])
  })
  test('is signed by whoever may, with what was seen', async () => {
    const sign = await on(world.vega, 'affiliation.sign', requestId)
    const { sha256 } = await freezeAffiliations(t.db, sign, en, now)
    const by = (s: object) =>
      signAffiliations(
        t.db,
        sign,
        { typedName: 'rosa  vega', signerName: 'Rosa Vega', agreed: true, seenSha256: sha256, ...s },
        office,
        now,
      )
    expect(await codeOf(by({ seenSha256: 'other' }))).toBe('document-changed')
    expect(await codeOf(by({ typedName: 'Rosa' }))).toBe('signature-name')
    expect(await codeOf(by({ agreed: false }))).toBe('attestation-needed')
    await must(by({}))
    expect(await codeOf(by({}))).toBe('over-already')
    expect(await codeOf(keep({ partyName: 'Too late' }, 2))).toBe('over-already')
    expect(await findAffiliationRequest(t.db, await on(world.vega, 'affiliation.view', requestId))).toMatchObject({
      state: 'answered',
      answer: 'disclosed',
      statementSha256: sha256,
    })
    await expect(on(world.analyst, 'affiliation.sign', requestId)).rejects.toThrow()
  })
})

describe('the desk', () => {
  test('sees the party on the exclusion list, and what it cannot know it does not call clear', async () => {
    const [known] = await knownOfParties(t.db, await on(world.analyst, 'affiliation.review', requestId), now)
    expect(known!.lists.find((l) => l.source === 'leie')?.hits).toMatchObject([
      { name: 'QUIET HARBOR THERAPY LLC', strength: 'match' },
    ])
    expect(known!.lists.find((l) => l.source === 'sam')).toMatchObject({ state: 'asked', hits: [] })
    // Half a year later no list is new enough.
    const [old] = await knownOfParties(t.db, await on(world.analyst, 'affiliation.review', requestId), later(180))
    expect(old!.lists.map((l) => l.state)).toEqual(['unavailable', 'unavailable', 'unavailable'])
    expect(known!.onRecord).toMatchObject({ hasNumber: true, enrollments: [], commonOwners: [], sharedAddresses: [] })
  })
  test.each(['John Tidewater', 'John Q. Tidewater Jr.', 'Tidewater, John', 'John Tidewater, MD'])(
    'sees a person written as "%s" on the list',
    async (partyName) => {
      const k = open(t.db)
      const kept = await k.selectFrom('affiliation').select('answers').where('id', '=', 'one').executeTakeFirstOrThrow()
      const say = (answers: object) =>
        k
          .updateTable('affiliation')
          .set({ answers: JSON.stringify(answers) })
          .where('id', '=', 'one')
          .execute()
      await say({ ...kept.answers, partyKind: 'person', partyName, partyNpi: undefined })
      const [known] = await knownOfParties(t.db, await on(world.analyst, 'affiliation.review', requestId), now)
      await say(kept.answers)
      expect(known!.lists.find((l) => l.source === 'leie')?.hits).toMatchObject([{ name: 'JOHN TIDEWATER' }])
    },
  )
  test.each([
    ['a part of the name', { name: 'harbor' }, 1],
    ['the number', { npi: '2000000291' }, 1],
    ['another number', { npi: '2000000309' }, 0],
    ['the tax number', { taxId: '071234567' }, 1],
    ['what happened', { event: 'exclusion' }, 1],
    ['something else', { event: 'revocation' }, 0],
    ['the kind', { tie: 'ownership' }, 1],
    ['another kind', { tie: 'partnership' }, 0],
    ['a time in it', { from: day('2023-01-01'), to: day('2023-01-31') }, 1],
    ['a time after it', { from: day('2023-07-01') }, 0],
    ['a time before it', { to: day('2019-01-31') }, 0],
  ] as const)('finds it by %s', async (_, search, found) => {
    expect(await searchAffiliations(t.db, searching(world.analyst), search)).toHaveLength(found)
  })
  test('another contractor finds nothing, an auditor everything', async () => {
    expect(await searchAffiliations(t.db, searching(world.stranger, 'elsewhere'), {})).toEqual([])
    expect(await searchAffiliations(t.db, searching(world.auditor, ''), {})).toHaveLength(1)
  })
  test('finds an undue risk by its factors; what was seen is kept', async () => {
    const permit = await on(world.analyst, 'affiliation.determine', requestId)
    const factors = Object.fromEntries(
      undueRiskFactors.map((f) => [f, { finding: 'raises', reason: 'They owned it together for years.' }]),
    )
    const typed = { outcome: 'undue-risk', reason: 'It was excluded for billing what was not done.', factors }
    expect(await codeOf(determineAffiliations(t.db, permit, { ...typed, risky: [] }, office, now))).toBe('required')
    await must(determineAffiliations(t.db, permit, { ...typed, risky: ['one'] }, office, now))
    expect(await codeOf(determineAffiliations(t.db, permit, { ...typed, risky: ['one'] }, office, now))).toBe(
      'over-already',
    )
    const review = await on(world.auditor, 'affiliation.review', requestId)
    expect(await findDeskRequest(t.db, review)).toMatchObject({
      outcome: 'undue-risk',
      risky: ['one'],
      state: 'closed',
    })
    const kept = JSON.stringify(await findKeptKnown(t.db, review))
    expect(kept).toContain('QUIET HARBOR THERAPY LLC')
    expect(kept).not.toContain('071234567')
    // What comes to be known later does not change what the finding was made from.
    const before = await keptOfParties(t.db, review)
    expect(before).toHaveLength(1)
    expect(before![0]!.lists.map((l) => l.state)).toEqual(
      (await knownOfParties(t.db, review, now))[0]!.lists.map((l) => l.state),
    )
    const later = new Date('2030-01-01T12:00:00Z')
    expect((await knownOfParties(t.db, review, later))[0]!.lists.map((l) => l.state)).toEqual(
      Array(3).fill('unavailable'),
    )
    expect(await keptOfParties(t.db, review)).toEqual(before)
  })
  test('it is in the evidence of the case, without the tax number', async () => {
    const [found] = await affiliationEvidence(t.db, await permitFor(t.db, world.auditor, 'case.view', applicationId))
    const text = JSON.stringify(found)
    expect(text).toContain('It was excluded for billing what was not done.')
    expect(text).toContain('QUIET HARBOR THERAPY LLC')
    expect(text).not.toContain('071234567')
  })
  test('every act is numbered into the audit log', async () => {
    const acts = (await listUnchained(t.db, 100)).filter((e) => e.subjectId === requestId).map((e) => e.action)
    expect(acts.toSorted()).toEqual(['affiliation.answer', 'affiliation.ask', 'affiliation.determine'])
  })
})

describe('a request that is not answered', () => {
  test('is reminded of, then told to whoever asked, and decides nothing', async () => {
    const enrollmentId = await enroll(t.db, world, 1)
    const permit = await onEnrollment(t.db, world.analyst, 'affiliation.ask', enrollmentId)
    const { id, dueOn } = await must(askAffiliations(t.db, permit, { of: 'enrollment', basis }, office, now))
    expect(dueOn).toBe('2027-01-24')
    const system = authorize(systemActor, 'system.run', { id: 'test' })
    if (!system.ok) throw new Error('the system may run')
    await open(t.db).deleteFrom('message').execute()
    const run = (days: number) =>
      remindAffiliations(t.db, system.value, { origin: office.site.origin, words: en }, later(days))
    for (const days of [1, 39, 40, 53, 58, 61, 61]) await run(days)
    const late = 'No answer about affiliations: it was due on January 24, 2027'
    expect((await mails()).filter((m) => m.includes(late))).toEqual([`mail@prairie.example: ${late}`])
    const determine = await on(world.analyst, 'affiliation.determine', id)
    const said = { how: 'not-answered', reason: 'Two letters and a call, and nobody answers.' }
    expect(await codeOf(closeAffiliations(t.db, determine, said, office, now))).toBe('clock-still-runs')
    const search = searching(world.analyst)
    expect(await listDeskQueue(t.db, search, 'late', day('2027-01-25'))).toMatchObject([{ id }])
    const time = (dueDay: string) =>
      giveAffiliationsTime(
        t.db,
        determine,
        { dueOn: day(dueDay), reason: 'The office was under water.' },
        office,
        later(61),
      )
    expect(await codeOf(time('2027-01-20'))).toBe('not-later')
    expect(await codeOf(time('2027-06-01'))).toBe('date-too-late')
    await must(time('2027-02-10'))
    expect(await listDeskQueue(t.db, search, 'late', day('2027-01-25'))).toEqual([])
    expect(await codeOf(closeAffiliations(t.db, determine, said, office, later(90)))).toBe('ok')
    expect(await findDeskRequest(t.db, determine)).toMatchObject({ outcome: 'not-answered' })
    const row = await open(t.db)
      .selectFrom('enrollment')
      .select('status')
      .where('id', '=', enrollmentId)
      .executeTakeFirst()
    expect(row?.status).toBe('approved')
  })
})

test('of an application that came to nothing nobody has to answer any more', async () => {
  await must(ask(world.analyst))
  const viewing = authorize(world.vega, 'dashboard.view', { id: world.vega.userId, ownerId: world.vega.userId })
  if (!viewing.ok) throw new Error('may look')
  expect(await listOwnAffiliationRequests(t.db, viewing.value)).toHaveLength(1)
  await open(t.db).updateTable('application').set({ status: 'withdrawn' }).where('id', '=', applicationId).execute()
  expect(await listOwnAffiliationRequests(t.db, viewing.value)).toEqual([])
  expect(await listDeskQueue(t.db, searching(world.analyst), 'waiting', day('2026-11-25'))).toHaveLength(1)
})
