/** Notices, their proof and escalation; the calendar, its feed and mail; what is proposed and what is refused. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { open } from '#db/kit/open.ts'
import { findCalendarSetting } from '#db/queries/time/actors.ts'
import { listMemberDues } from '#db/queries/time/member-dues.ts'
import { findPublicDues } from '#db/queries/time/public-dues.ts'
import { markFailed, markSent, takeMessage } from '#db/records/outbox.ts'
import { anonymous, authorize, systemActor } from '#domain/access/policy.ts'
import { addDays, day } from '#domain/dates.ts'
import { openSecrets } from '#outside/secrets.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { en } from '#words/index.ts'
import { type DeskWorld, office, seedDesk } from '../case/desk.fixture.ts'
import { codeOf, enroll, must, now, onEnrollment, permitOn } from '../decisions/decisions.fixture.ts'
import { prepareDecision } from '../decisions/prepare-decision.ts'
import { chooseDigest, endFeed, makeFeed, readFeed } from './calendar-feed.ts'
import { noteBounces, openNotice } from './note-proof.ts'
import { ownCalendar } from './own-calendar.ts'
import { reportChange } from './report-change.ts'
import { findStanding, listOverdue } from './revalidation-standing.ts'
import { sendDigests } from './send-digests.ts'
import { setRevalidationDate } from './set-revalidation-date.ts'
import { tellOfRevalidations } from './tell-of-revalidations.ts'

const writer = { origin: office.site.origin, words: en }
const run = permitOn(systemActor, 'system.run', { id: 'test' })
const DAY = 86_400_000
const onDay = (d: string) => new Date(`${d}T15:00:00Z`)

let t: TestDatabase
let world: DeskWorld
let id: string
beforeAll(async () => {
  t = await testDatabase()
  world = await seedDesk(t.db, now)
  // Begun 2020-01-01 and never revalidated: a date set by CMS makes the test's own due date.
  id = await enroll(t.db, world, 1)
  for (const [n, email] of ['second@vega.example', 'third@vega.example'].entries()) await addStaff(`staff.${n}`, email)
})
afterAll(() => t.close())

async function addStaff(loginId: string, email: string): Promise<void> {
  const k = open(t.db)
  const userId = randomUUID()
  await k
    .insertInto('app_user')
    .values({
      id: userId,
      login_id: loginId,
      status: 'active',
      display_name: loginId,
      password_hash: null,
      password_changed_at: null,
      password_disabled_at: null,
      created_at: now,
    })
    .execute()
  await k
    .insertInto('membership')
    .values({
      id: randomUUID(),
      user_id: userId,
      role: 'staff-end-user',
      party_id: world.enrolleeId,
      status: 'active',
      valid_from: now,
      valid_to: null,
    })
    .execute()
  await k
    .insertInto('contact')
    .values({
      id: randomUUID(),
      user_id: userId,
      kind: 'email',
      value: email,
      verified_at: now,
      use_for_mfa: true,
      notify: true,
    })
    .execute()
}

const dashboard = () => permitOn(world.vega, 'dashboard.view', { id: world.vega.userId, ownerId: world.vega.userId })
const preparing = () => onEnrollment(t.db, world.analyst, 'enrollment.prepare-decision', id)
const notices = async () =>
  (
    await open(t.db)
      .selectFrom('due_notice')
      .select(['stage', 'email', 'id'])
      .orderBy('queued_at')
      .orderBy('email')
      .execute()
  ).map((n) => `${n.stage} ${n.email.split('@')[0]}`)
/** Every waiting mail leaves, but for those to an address that the server refuses. */
async function deliver(at: Date, refused: string): Promise<void> {
  for (let m = await takeMessage(t.db, at); m; m = await takeMessage(t.db, at))
    await (m.recipient === refused ? markFailed(t.db, m.id, '550', null, at) : markSent(t.db, m.id, at, true))
}
const standing = async (at: Date) => (await findStanding(t.db, await preparing(), id, at))!
const unanswered = (kind: 'stay' | 'revoke' | 'deactivate', unseenConfirmed: boolean, at: Date) =>
  preparing().then((permit) =>
    codeOf(
      prepareDecision(
        t.db,
        permit,
        {
          kind,
          reasons: ['revalidation-not-answered'],
          found: 'No complete revalidation was received by the due date.',
          unseenConfirmed,
          ...(kind === 'stay' && { days: 30 }),
          ...(kind === 'revoke' && { barYears: undefined }),
        },
        en,
        at,
      ),
    ),
  )

describe('a revalidation that CMS asks for', () => {
  const due = '2027-03-31'
  it('goes before the cycle, has a reason, and is never sooner than 60 days from now', async () => {
    expect(await codeOf(setRevalidationDate(t.db, await preparing(), { dueOn: '2027-01-01', reason: 'x' }, now))).toBe(
      'date-before',
    )
    expect(await codeOf(setRevalidationDate(t.db, await preparing(), { dueOn: due, reason: 'x' }, now))).toBe(
      'reason-needed',
    )
    await must(
      setRevalidationDate(t.db, await preparing(), { dueOn: due, reason: 'A new owner was found on the record.' }, now),
    )
    expect((await standing(now)).due).toBe(due)
    const anybody = authorize(anonymous, 'public.view', { id: 'public' })
    const [row] = await open(t.db).selectFrom('enrollee').select('npi').where('id', '=', world.enrolleeId).execute()
    if (!anybody.ok) throw new Error('anybody may look')
    expect(await findPublicDues(t.db, anybody.value, row!.npi)).toEqual([{ id, form: 'CMS-855I', state: 'IL', due }])
  })

  it('is told to two people once in a round; who cannot be reached is followed by the next', async () => {
    const first = onDay(addDays(day(due), -119))
    expect(await tellOfRevalidations(t.db, run, writer, onDay(addDays(day(due), -130)))).toBe(0)
    expect(await tellOfRevalidations(t.db, run, writer, first)).toBe(2)
    expect(await tellOfRevalidations(t.db, run, writer, first)).toBe(0)
    expect(await notices()).toEqual(['first rosa', 'first second'])
    // The proof of both is that nobody could have seen them.
    await deliver(first, 'rosa@vega.example')
    const report = `Message-ID: <r@mx>\n\nFinal-Recipient: rfc822; second@vega.example\nAction: failed\nStatus: 5.1.1\n\nMessage-ID: <x@enroll.example>\n`
    expect(await noteBounces(t.db, run, report, first)).toEqual({ addresses: 1, notices: 1 })
    const late = onDay(addDays(day(due), 200))
    expect(await standing(late)).toMatchObject({ seenSince: undefined, proposal: 'tell-again' })
    expect(await tellOfRevalidations(t.db, run, writer, onDay(addDays(day(due), -59)))).toBe(1)
    expect(await notices()).toEqual(['first rosa', 'first second', 'second third'])
  })

  it('is not held against anybody while no notice could be seen, unless policy allows it and a person confirms', async () => {
    const late = onDay(addDays(day(due), 200))
    expect(await unanswered('stay', false, late)).toBe('nobody-could-see')
    expect(await unanswered('deactivate', false, late)).toBe('nobody-could-see')
    expect(await unanswered('revoke', true, late)).toBe('never-unseen')
  })

  it('is proposed to be held against them once a notice arrived and the days are over', async () => {
    const second = onDay(addDays(day(due), -59))
    await deliver(second, '')
    const list = permitOn(world.analyst, 'decisions.view', { id: 'prairie', contractorId: 'prairie' })
    expect(await listOverdue(t.db, list, onDay(due))).toEqual([])
    expect((await standing(onDay(addDays(day(due), 5)))).proposal).toBe('stay')
    const [overdue] = await listOverdue(t.db, list, onDay(addDays(day(due), 60)))
    expect(overdue).toMatchObject({ due, proposal: 'deactivate', seenSince: addDays(day(due), -59) })
    const strange = permitOn(world.stranger, 'decisions.view', { id: 'elsewhere', contractorId: 'elsewhere' })
    expect(await listOverdue(t.db, strange, onDay(addDays(day(due), 60)))).toEqual([])
    expect(await unanswered('stay', false, onDay(addDays(day(due), 60)))).toBe('ok')
  })

  it('counts as opened only when one opens it to whom it went', async () => {
    const rows = await open(t.db).selectFrom('due_notice').select(['id', 'user_id', 'email']).execute()
    const subject = (n: string) => ({ id: n, enrolleeId: world.enrolleeId })
    const rosas = rows.find((r) => r.email === 'rosa@vega.example')!
    const others = rows.find((r) => r.email === 'second@vega.example')!
    await openNotice(t.db, permitOn(world.vega, 'letter.view', subject(others.id)), now)
    expect((await standing(now)).notices.map((n) => n.proof)).toEqual(['bounced', 'bounced', 'sent'])
    await openNotice(t.db, permitOn(world.vega, 'letter.view', subject(rosas.id)), now)
    expect((await standing(now)).notices.map((n) => n.proof)).toEqual(['opened', 'bounced', 'sent'])
  })
})

describe('the calendar', () => {
  it('holds a change from the day it was entered, and nothing of strangers', async () => {
    const managing = await onEnrollment(t.db, world.vega, 'enrollment.manage', id)
    const of = { form: 'CMS-855I', specialty: '08' }
    const today = day('2026-11-25')
    const enter = (event: string, happenedOn: string) =>
      reportChange(t.db, managing, of, { event, happenedOn }, today, now)
    expect(await codeOf(enter('practice-location', '2026-11-26'))).toBe('date-in-future')
    expect(await codeOf(enter('weather', '2026-11-20'))).toBe('not-a-choice')
    for (let i = 0; i < 2; i++) await must(enter('practice-location', '2026-11-20'))
    const items = await ownCalendar(t.db, dashboard(), today)
    expect(items.map((i) => `${i.on} ${i.kind}`)).toEqual(['2026-12-20 report', '2027-03-31 revalidation'])
    const stranger = permitOn(world.stranger, 'dashboard.view', {
      id: world.stranger.userId,
      ownerId: world.stranger.userId,
    })
    expect(await ownCalendar(t.db, stranger, today)).toEqual([])
  })

  it('watches what the newest version of the record names, and a group sees when its members are due', async () => {
    const k = open(t.db)
    const answers = (expiresOn: string) =>
      JSON.stringify({
        licenses: [
          { id: 'il', answers: { expiresOn } },
          { id: 'wi', answers: {} },
        ],
      })
    const version = (ordinal: number, expiresOn: string) => ({
      enrollment_id: id,
      ordinal,
      effective_from: day('2020-01-01'),
      effective_to: null,
      known_from: now,
      known_to: null,
      answers: answers(expiresOn),
      restricted: null,
      application_id: null,
    })
    await k
      .insertInto('enrollment_version')
      .values([version(1, '2026-01-31'), version(2, '2028-01-31')])
      .execute()
    const items = await ownCalendar(t.db, dashboard(), day('2026-11-25'))
    expect(items.filter((i) => i.kind === 'license').map((i) => i.on)).toEqual(['2028-01-31'])
    await k.deleteFrom('enrollment_version').where('enrollment_id', '=', id).execute()
    const group = await enroll(t.db, world, 2)
    await k
      .insertInto('reassignment')
      .values({
        id: randomUUID(),
        from_enrollment_id: id,
        to_enrollment_id: group,
        to_npi: null,
        to_name: null,
        from_on: day('2020-01-01'),
        to_on: day('2026-12-31'),
        known_from: now,
        known_to: null,
      })
      .execute()
    const roster = await onEnrollment(t.db, world.vega, 'roster.view', group)
    const dues = async (on: string) => (await listMemberDues(t.db, roster, day(on))).map((e) => e.due)
    expect([await dues('2026-12-31'), await dues('2027-01-01')]).toEqual([['2027-03-31'], []])
    await k.deleteFrom('reassignment').execute()
    await k.deleteFrom('enrollment_period').where('enrollment_id', '=', group).execute()
  })

  it('can be read by its secret address until that is taken away or made anew', async () => {
    const read = (token: string) => readFeed(t.db, token, office, now)
    const token = await makeFeed(t.db, dashboard(), now)
    const file = (await read(token))!
    expect(file.match(/^BEGIN:VEVENT/gm)).toHaveLength(2)
    expect(file).toContain('DTSTART;VALUE=DATE:20261220')
    const uids = (text: string) => text.match(/^UID:.*$/gm)
    expect(uids((await read(token))!)).toEqual(uids(file))
    const another = await makeFeed(t.db, dashboard(), now)
    expect([await read(token), await read('')]).toEqual([undefined, undefined])
    expect(await read(another)).toBeDefined()
    expect(JSON.stringify(await open(t.db).selectFrom('calendar_setting').selectAll().execute())).not.toContain(another)
    await endFeed(t.db, dashboard())
    expect(await read(another)).toBeUndefined()
  })

  it('is mailed on Mondays, once, until the reader says never', async () => {
    const sender = { ...writer, secrets: openSecrets(Buffer.alloc(32, 1)) }
    const monday = onDay('2026-12-07')
    expect(await sendDigests(t.db, run, sender, onDay('2026-12-06'))).toBe(0)
    await chooseDigest(t.db, world.vega.userId, 'weekly')
    expect(await sendDigests(t.db, run, sender, monday)).toBe(3)
    expect(await sendDigests(t.db, run, sender, monday)).toBe(0)
    const mail = await open(t.db)
      .selectFrom('message')
      .select('body')
      .where('template', '=', 'digest')
      .executeTakeFirstOrThrow()
    expect(mail.body).toContain(
      'December 20, 2026: Last day to report a change: a practice location, Illinois (Rosa Maria Vega)',
    )
    await chooseDigest(t.db, world.vega.userId, 'off')
    expect((await findCalendarSetting(t.db, dashboard())).digest).toBe('off')
    expect(await sendDigests(t.db, run, sender, new Date(monday.getTime() + 7 * DAY))).toBe(2)
  })
})
