/** Decisions on an enrollment from preparing to delivery, taken back and appealed; the record and the feed follow. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { open } from '#db/kit/open.ts'
import { findApplication } from '#db/queries/application/applications.ts'
import { findLetter, letterSubject, listApplicationLetters, listLetters } from '#db/queries/application/letters.ts'
import { listChecks } from '#db/queries/application/screening.ts'
import { listBars } from '#db/queries/decisions/bars.ts'
import { findRecordDecision } from '#db/queries/decisions/enrollment-decisions.ts'
import { moveApplication } from '#db/records/application/application-events.ts'
import { lockApplication } from '#db/records/application/applications.ts'
import { transact } from '#db/records/transact.ts'
import { systemActor } from '#domain/access/policy.ts'
import { day } from '#domain/dates.ts'
import { plainText } from '#letters/plain.ts'
import { openAuditSigner } from '#outside/audit-signer.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { en } from '#words/index.ts'
import { addAppealDocument } from '../appeals/add-appeal-document.ts'
import { fileAppeal } from '../appeals/file-appeal.ts'
import { decideAppeal, judgeGoodCause, takeAppeal } from '../appeals/hear-appeal.ts'
import { chainAudit } from '../audit/chain-audit.ts'
import { type DeskWorld, office, seedDesk } from '../case/desk.fixture.ts'
import { fileApplication, permitFor } from '../case/filed.fixture.ts'
import { seedLists } from '../case/lists.fixture.ts'
import { takeCase } from '../case/take-case.ts'
import { screenApplication } from '../screening/screen-application.ts'
import { approveApplication } from './approve-application.ts'
import { codeOf, enroll, must, now, onAppeal, onDecision, onEnrollment, permitOn } from './decisions.fixture.ts'
import { deliverLetters } from './deliver-letters.ts'
import { issueDecision } from './issue-decision.ts'
import { type DecisionInput, discardDecision, prepareDecision } from './prepare-decision.ts'
import { refuseApplication } from './refuse-application.ts'
import { answerWording, changeWording, wordingInForce } from './wordings.ts'

const system = permitOn(systemActor, 'system.run', { id: 'test' })
const later = new Date('2027-01-10T15:00:00Z')
const found = 'The office was empty on two visits and nobody answered the telephone.'
const revocation: DecisionInput = { kind: 'revoke', reasons: ['noncompliance'], found, barYears: 2 }
const grounds = 'The office was closed for a funeral on both days; the sign on the door said so.'

let t: TestDatabase
let world: DeskWorld
let id: string
let n = 0
beforeAll(async () => {
  t = await testDatabase()
  world = await seedDesk(t.db, now)
})
afterAll(() => t.close())
beforeEach(async () => {
  id = await enroll(t.db, world, ++n)
})

const prepare = async (input: DecisionInput, actor = world.analyst, at = now) =>
  prepareDecision(t.db, await onEnrollment(t.db, actor, 'enrollment.prepare-decision', id), input, en, at)
const issue = async (decisionId: string, actor = world.supervisor, at = now) =>
  issueDecision(t.db, await onDecision(t.db, actor, 'enrollment.decide', decisionId), en, at)
const made = async (input: DecisionInput, at = now) => {
  const decisionId = await must(prepare(input, world.analyst, at))
  await must(issue(decisionId, world.supervisor, at))
  await deliverLetters(t.db, system, office, at)
  return (await findRecordDecision(
    t.db,
    await onDecision(t.db, world.analyst, 'decisions.view', decisionId),
    decisionId,
  ))!
}
const periods = async () =>
  (
    await open(t.db)
      .selectFrom('enrollment_period')
      .select(['status', 'from_on', 'to_on'])
      .where('enrollment_id', '=', id)
      .where('known_to', 'is', null)
      .orderBy('from_on')
      .execute()
  ).map((p) => `${p.status} ${p.from_on} ${p.to_on ?? ''}`.trim())
const letterOf = async (letterId: string | undefined) => {
  const permit = permitOn(world.vega, 'letter.view', await letterSubject(t.db, letterId))
  return plainText((await findLetter(t.db, permit)).paper)
}
const wordsOf = (letterId: string | undefined) =>
  open(t.db)
    .selectFrom('letter')
    .select(['wording_kind', 'wording_version'])
    .where('id', '=', letterId!)
    .executeTakeFirst()
const inbox = () => listLetters(t.db, permitOn(world.vega, 'dashboard.view', { id: 'x', ownerId: world.vega.userId }))
const appealOf = async (letterId: string, remedy: string, at = now, more: { lateReason?: string } = {}) =>
  fileAppeal(
    t.db,
    permitOn(world.vega, 'appeal.file', await letterSubject(t.db, letterId)),
    { remedy, grounds, lateReason: more.lateReason ?? '', signerName: 'Rosa Vega', agreed: true },
    at,
  )

describe('a revocation', () => {
  it('changes nothing when it is prepared, and needs a second person', async () => {
    const decisionId = await must(prepare(revocation, world.supervisor))
    expect(await periods()).toEqual(['approved 2020-01-01'])
    expect(await codeOf(issue(decisionId))).toBe('same-person')
    expect(await codeOf(prepare({ ...revocation, kind: 'stay', reasons: ['noncompliance'] }))).toBe(
      'decision-under-way',
    )
    const permit = await onDecision(t.db, world.analyst, 'enrollment.prepare-decision', decisionId)
    expect(await codeOf(discardDecision(t.db, permit, 'x', now))).toBe('reason-needed')
    await must(discardDecision(t.db, permit, 'Prepared for the wrong person.', now))
    expect(await codeOf(issue(decisionId))).toBe('over-already')
  })
  it('changes the periods, the feed and the bar, and its letter says until when to appeal', async () => {
    const before = await open(t.db).selectFrom('enrollment_change').select('sequence').execute()
    const d = await made(revocation)
    expect(await periods()).toEqual(['approved 2020-01-01 2026-12-24', 'revoked 2026-12-25'])
    const changed = await open(t.db).selectFrom('enrollment_change').select('sequence').execute()
    expect(changed.length).toBeGreaterThan(before.length)
    expect(d).toMatchObject({ state: 'delivered', effectiveOn: '2026-12-25', bar: { until: '2028-12-24' } })
    const view = await onEnrollment(t.db, world.analyst, 'decisions.view', id)
    const bars = await listBars(t.db, view, world.enrolleeId, day('2026-12-01'))
    expect(bars).toContainEqual({ from: '2026-12-25', until: '2028-12-24', enrollmentId: id })
    const text = await letterOf(d.letterId)
    for (const said of [
      'December 25, 2026',
      'December 24, 2028',
      'January 29, 2027',
      'December 30, 2026',
      '424.535(a)(1)',
    ])
      expect(text).toContain(said)
    expect(text.indexOf('WHAT THIS MEANS')).toBeLessThan(text.indexOf('THE LAW BEHIND IT'))
  })
  it('is issued by one of two supervisors at once, and delivered once however often the job runs', async () => {
    const decisionId = await must(prepare(revocation))
    const codes = await Promise.all([codeOf(issue(decisionId)), codeOf(issue(decisionId))])
    expect(codes.sort()).toEqual(['ok', 'over-already'])
    const inboxBefore = (await inbox()).length
    await Promise.all([deliverLetters(t.db, system, office, now), deliverLetters(t.db, system, office, now)])
    expect((await inbox()).length).toBe(inboxBefore + 1)
    const d = await findRecordDecision(
      t.db,
      await onDecision(t.db, world.analyst, 'decisions.view', decisionId),
      decisionId,
    )
    const mails = await open(t.db)
      .selectFrom('message')
      .select('id')
      .where('dedupe_key', 'like', `letter:${d!.letterId}:%`)
      .execute()
    expect(mails).toHaveLength(1)
  })
  it('is taken back by a further decision, once, and the bar is lifted', async () => {
    const d = await made(revocation)
    const back: DecisionInput = { kind: 'rescind', reasons: ['error'], found, undoesId: d.id }
    const undone = await made(back)
    expect(await periods()).toEqual(['approved 2020-01-01'])
    expect(await letterOf(undone.letterId)).toContain('November 25, 2026')
    expect(await codeOf(prepare(back))).toBe('already-so')
    const again = await findRecordDecision(t.db, await onDecision(t.db, world.analyst, 'decisions.view', d.id), d.id)
    expect(again).toMatchObject({ undoneById: undone.id, bar: { lifted: true }, state: 'delivered' })
  })
})

describe('the others', () => {
  it('stay, then reactivate early; a decision under it cannot be taken back', async () => {
    const stay = await made({ kind: 'stay', reasons: ['noncompliance'], found, days: 30 })
    expect(await periods()).toEqual([
      'approved 2020-01-01 2026-11-24',
      'stayed 2026-11-25 2026-12-24',
      'approved 2026-12-25',
    ])
    await made({ kind: 'reactivate', reasons: ['stay-lifted'], found, eventOn: day('2026-11-25') })
    expect(await periods()).toEqual(['approved 2020-01-01'])
    expect(await codeOf(prepare({ kind: 'rescind', reasons: ['error'], found, undoesId: stay.id }))).toBe(
      'record-moved-on',
    )
  })
  it('correct an effective date; a stranger finds nothing', async () => {
    await made({ kind: 'effective-date', reasons: ['wrong-receipt'], found, eventOn: day('2019-12-01') })
    expect(await periods()).toEqual(['approved 2019-12-01'])
    await expect(onEnrollment(t.db, world.stranger, 'enrollment.prepare-decision', id)).rejects.toThrow()
    await expect(onEnrollment(t.db, world.vega, 'decisions.view', id)).rejects.toThrow()
  })
})

it('bars a new enrollment: the screening says until when, and it cannot be approved', async () => {
  await made(revocation)
  await seedLists(t.db, now)
  const applicationId = await fileApplication(t.db, world, now)
  const review = await permitFor(t.db, world.analyst, 'application.review', applicationId)
  await must(takeCase(t.db, review, now))
  await must(screenApplication(t.db, review, now))
  const checks = await listChecks(t.db, review)
  const earlier = checks.find((c) => c.kind === 'earlier-filings')
  expect([earlier?.outcome, earlier?.evidence.barredUntil]).toEqual(['different', '2028-12-24'])
  await transact(t.db, async (tx) => {
    const locked = await lockApplication(tx, review)
    await moveApplication(tx, locked, { event: 'recommend', dueOn: null }, world.analyst, now)
  })
  const decide = await permitFor(t.db, world.supervisor, 'application.decide', applicationId)
  expect(await codeOf(approveApplication(t.db, decide, { delay: 'none' }, office, now))).toBe('bar-runs')
})

describe('an appeal', () => {
  it('is filed once, heard by somebody else, reversed, and the record is as before', async () => {
    const d = await made(revocation)
    const appealId = await must(appealOf(d.letterId!, 'reconsideration'))
    expect(await codeOf(appealOf(d.letterId!, 'reconsideration'))).toBe('already-filed')
    expect(await codeOf(appealOf(d.letterId!, 'rebuttal'))).toBe('not-a-choice')
    const hear = (actor = world.otherAnalyst) => onAppeal(t.db, actor, 'appeal.hear', appealId)
    expect(await codeOf(takeAppeal(t.db, await hear(world.analyst), now))).toBe('decided-it-yourself')
    expect(await codeOf(takeAppeal(t.db, await hear(world.supervisor), now))).toBe('decided-it-yourself')
    await must(takeAppeal(t.db, await hear(), now))
    const said = { outcome: 'reversed', reason: 'The landlord confirms the funeral. The office is operational.' }
    await must(decideAppeal(t.db, await hear(), said, en, now))
    expect(await codeOf(decideAppeal(t.db, await hear(), said, en, now))).toBe('over-already')
    expect(await periods()).toEqual(['approved 2020-01-01'])
    await deliverLetters(t.db, system, office, now)
    expect((await inbox()).map((l) => l.title)).toContain('Our decision is reversed')
  })
  it('against a denial reopens the application, which is then decided anew, with a letter of its own', async () => {
    const applicationId = await fileApplication(t.db, world, now)
    await must(takeCase(t.db, await permitFor(t.db, world.analyst, 'application.review', applicationId), now))
    const deny = async () =>
      refuseApplication(
        t.db,
        await permitFor(t.db, world.supervisor, 'application.decide', applicationId),
        { kind: 'deny', reasons: ['noncompliance'], found },
        office,
        now,
      )
    await must(deny())
    const view = await permitFor(t.db, world.vega, 'application.view', applicationId)
    const [letter] = await listApplicationLetters(t.db, view)
    const appealId = await must(appealOf(letter!.id, 'reconsideration'))
    const hear = await onAppeal(t.db, world.otherAnalyst, 'appeal.hear', appealId)
    await must(takeAppeal(t.db, hear, now))
    await must(decideAppeal(t.db, hear, { outcome: 'reversed', reason: 'The requirement was met all along.' }, en, now))
    expect((await findApplication(t.db, view)).status).toBe('in-review')
    expect(await codeOf(appealOf(letter!.id, 'corrective-action-plan'))).toBe('not-found')
    await must(deny())
    expect((await listApplicationLetters(t.db, view)).filter((l) => l.kind === 'denial')).toHaveLength(2)
  })
  it('that comes late is only heard for a good cause', async () => {
    const d = await made({ kind: 'deactivate', reasons: ['not-billing'], found })
    expect(await codeOf(appealOf(d.letterId!, 'rebuttal', later))).toBe('late-reason-needed')
    const appealId = await must(
      appealOf(d.letterId!, 'rebuttal', later, { lateReason: 'I was in hospital all December.' }),
    )
    const hear = await onAppeal(t.db, world.otherAnalyst, 'appeal.hear', appealId)
    await must(takeAppeal(t.db, hear, later))
    const said = { outcome: 'upheld', reason: 'No claim came in six months, and none was under way.' }
    expect(await codeOf(decideAppeal(t.db, hear, said, en, later))).toBe('good-cause-open')
    await must(judgeGoodCause(t.db, hear, false, later))
    expect(await codeOf(decideAppeal(t.db, hear, said, en, later))).toBe('not-a-choice')
    await must(decideAppeal(t.db, hear, { ...said, outcome: 'dismissed' }, en, later))
    expect((await periods()).at(-1)).toBe('deactivated 2026-11-25')
  })
  it('takes papers, once each, and only of kinds that we take', async () => {
    const d = await made(revocation)
    const appealId = await must(appealOf(d.letterId!, 'corrective-action-plan'))
    const kept = new Map<string, Uint8Array>()
    const files = {
      async put(b: Uint8Array) {
        const name = String(kept.size)
        kept.set(name, b)
        return name
      },
      get: async (name: string) => Buffer.from(kept.get(name)!),
      remove: async (name: string) => void kept.delete(name),
    }
    const permit = await onAppeal(t.db, world.vega, 'appeal.file', appealId)
    const add = (bytes: Buffer) =>
      addAppealDocument(t.db, permit, { files }, { fileName: 'a/lease.pdf', bytes, tooLarge: false }, now)
    const pdf = Buffer.from('%PDF-1.7\n%%EOF\n')
    expect([await codeOf(add(pdf)), await codeOf(add(pdf)), await codeOf(add(Buffer.from('MZ')))]).toEqual([
      'ok',
      'ok',
      'file-type',
    ])
    expect(kept.size).toBe(1)
    expect(Buffer.from([...kept.values()][0]!).includes('PDF')).toBe(false)
  })
})

it('keeps the words that a letter was issued with, and every event is chained', async () => {
  const before = await made({ kind: 'deactivate', reasons: ['not-billing'], found })
  const permit = permitOn(world.supervisor, 'wording.edit', { id: 'site' })
  const wording = { ...en.letters.wordings.deactivate, title: 'Billing stops' }
  const change = { kind: 'deactivate' as const, seen: 0, wording, reason: 'Shorter titles are read.' }
  const with_ = { words: en, caller: { ip: '', userAgent: '' } }
  await must(changeWording(t.db, permit, change, with_, now))
  expect(
    await codeOf(changeWording(t.db, permit, { ...change, wording: { ...wording, title: 'x' } }, with_, now)),
  ).toBe('version-waits')
  // Nobody puts their own words in force, and until somebody does nothing changes.
  const asked = { kind: 'deactivate', version: 1, answer: 'put-in-force', why: '' } as const
  const caller = with_.caller
  expect(await codeOf(answerWording(t.db, permit, asked, caller, now))).toBe('two-people')
  expect((await wordingInForce(t.db, permit, 'deactivate', en)).version).toBeUndefined()
  const { userId } = world.otherAnalyst
  const second = permitOn({ ...world.supervisor, userId }, 'wording.edit', { id: 'site' })
  expect(await codeOf(answerWording(t.db, second, { ...asked, answer: 'refuse' }, caller, now))).toBe('reason-needed')
  // A moment later: two events of one instant have no order.
  await must(answerWording(t.db, second, asked, caller, new Date(now.getTime() + 60_000)))
  expect(await codeOf(answerWording(t.db, second, asked, caller, now))).toBe('proposal-over')
  expect(
    await codeOf(changeWording(t.db, permit, { ...change, wording: { ...wording, title: 'x' } }, with_, now)),
  ).toBe('stale')
  id = await enroll(t.db, world, ++n)
  const after = await made({ kind: 'deactivate', reasons: ['not-billing'], found })
  expect(await letterOf(before.letterId)).toMatch(/^Your Medicare billing is deactivated/)
  expect(await letterOf(after.letterId)).toMatch(/^Billing stops/)
  expect(await wordsOf(after.letterId)).toEqual({ wording_kind: 'deactivate', wording_version: 1 })
  expect(await wordsOf(before.letterId)).toEqual({ wording_kind: 'deactivate', wording_version: null })
  await chainAudit(t.db, system, openAuditSigner([new Uint8Array(32).fill(3)]), now)
  const { rows: left } = await t.pool.query('select count(*)::int as n from decision_event where audit_seq is null')
  const { rows: logged } = await t.pool.query("select distinct action from audit_log where source = 'decision'")
  expect(left).toEqual([{ n: 0 }])
  const { rows: edits } = await t.pool.query("select action from audit_log where action like 'wording.%' order by seq")
  expect(edits.map((r) => r.action)).toEqual(['wording.propose', 'wording.put-in-force'])
  expect(logged.map((r) => r.action)).toEqual(
    expect.arrayContaining(['decision.prepare', 'decision.issue', 'decision.deliver', 'appeal.file', 'appeal.decide']),
  )
})
