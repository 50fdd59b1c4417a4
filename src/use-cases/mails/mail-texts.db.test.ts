/** Texts of mails by two people: whose counts and from which day, what a mail remembers, and who may edit which. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { open } from '#db/kit/open.ts'
import { countMailTexts, listMailTexts } from '#db/queries/mails/mail-texts.ts'
import type { NewMailText } from '#db/records/mails/mail-texts.ts'
import { queueMessage } from '#db/records/messages.ts'
import { transact } from '#db/records/transact.ts'
import { type Actor, authorize, type Subject } from '#domain/access/policy.ts'
import { day } from '#domain/dates.ts'
import type { Mail } from '#domain/mails/mail-text.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { en } from '#words/index.ts'
import { contractorId, type DeskWorld, seedDesk } from '../case/desk.fixture.ts'
import { answerMailText, changeMailText, type MailTextAnswer } from './change-mail-text.ts'

const now = new Date('2026-11-25T15:00:00Z')
const today = day('2026-11-25')
const caller = { ip: '', userAgent: '' }
const site: Subject = { id: 'site' }
const prairie: Subject = { id: contractorId, contractorId }
let t: TestDatabase
let world: DeskWorld
let june: Actor
let karl: Actor
let second: Actor

beforeAll(async () => {
  t = await testDatabase()
  world = await seedDesk(t.db, now)
  const admin = (a: Actor): Actor => ({ userId: a.userId, memberships: [{ role: 'admin', partyId: '' }] })
  june = admin(world.vega)
  karl = admin(world.auditor)
  second = { ...world.supervisor, userId: world.otherAnalyst.userId }
})
afterAll(() => t.close())

const may = (actor: Actor, subject: Subject) => {
  const permit = authorize(actor, 'mail-text.edit', subject)
  if (!permit.ok) throw new Error(permit.problem.code)
  return permit.value
}
const propose = async (actor: Actor, of: Subject, c: Partial<NewMailText> & Pick<NewMailText, 'kind' | 'text'>) => {
  const change = { from: today, reason: 'Readers did not know what to do.', seen: 0, ...c }
  const done = await changeMailText(t.db, may(actor, of), change, { words: en, caller }, now)
  return done.ok ? done.value : done.problem.code
}
const answer = async (actor: Actor, of: Subject, a: Partial<MailTextAnswer> & Pick<MailTextAnswer, 'kind'>) => {
  const given = { version: 1, answer: 'put-in-force' as const, why: '', ...a }
  const done = await answerMailText(t.db, may(actor, of), given, caller, now)
  return done.ok ? 'ok' : done.problem.code
}
let n = 0
/** A mail as it is in the outbox, with the version of its text. */
const sent = async (mail: Mail, more: { contractorId?: string; below?: string } = {}, at = now) => {
  const dedupeKey = `m${++n}`
  const message = { channel: 'email', recipient: 'a@b.example', template: 'x', dedupeKey, ...mail, ...more } as const
  await transact(t.db, (tx) => queueMessage(tx, message, at))
  return open(t.db)
    .selectFrom('message as m')
    .leftJoin('mail_text as x', 'x.id', 'm.text_id')
    .select(['m.subject', 'm.body', 'x.version', 'x.contractor_id'])
    .where('m.dedupe_key', '=', dedupeKey)
    .executeTakeFirstOrThrow()
}

it('counts from its day, when a second person has put it in force, for the contractor whose it is', async () => {
  const mail = en.mails.letterWaiting('P', 'https://p.example/inbox')
  const own = await sent(mail, { contractorId })
  expect(own).toMatchObject({ subject: 'You have a new letter in P', version: null })
  const kind = 'letter-waiting'
  const text = { subject: 'Mail from {product}', body: 'Read it at {link}' }
  expect(await propose(june, site, { kind, text })).toBe(1)
  expect(await propose(karl, site, { kind, text: { ...text, subject: 'x' }, seen: 1 })).toBe('version-waits')
  expect(await answer(june, site, { kind })).toBe('two-people')
  expect(await answer(karl, site, { kind, answer: 'withdraw' })).toBe('two-people')
  expect(await answer(karl, site, { kind, answer: 'refuse' })).toBe('reason-needed')
  expect(await sent(mail)).toMatchObject({ version: null })
  expect(await answer(karl, site, { kind })).toBe('ok')
  expect(await answer(karl, site, { kind })).toBe('proposal-over')
  const of = { subject: 'Mail from P', body: 'Read it at https://p.example/inbox', version: 1, contractor_id: null }
  expect(await sent(mail)).toEqual(of)
  expect(await sent(mail, { contractorId })).toEqual(of)

  const theirs = { subject: 'A letter of Prairie', body: '{link}' }
  expect(await propose(world.supervisor, prairie, { kind, text: theirs, from: day('2026-12-01') })).toBe(1)
  expect(await answer(second, prairie, { kind })).toBe('ok')
  expect(await sent(mail, { contractorId })).toEqual(of)
  const later = new Date('2026-12-01T15:00:00Z')
  expect(await sent(mail, { contractorId }, later)).toMatchObject({
    subject: 'A letter of Prairie',
    version: 1,
    contractor_id: contractorId,
  })
  expect(await sent(mail, { contractorId: 'elsewhere' }, later)).toEqual(of)
  const versions = await listMailTexts(t.db, may(world.supervisor, prairie), { kind, contractorId })
  expect(versions.map((v) => [v.version, v.state, v.mails])).toEqual([[1, 'in-force', 1]])
  expect(await countMailTexts(t.db, may(world.supervisor, prairie), today)).toEqual(
    expect.arrayContaining([
      { kind, contractorId: undefined, inForce: 1, comes: undefined, waiting: undefined },
      { kind, contractorId, inForce: undefined, comes: '2026-12-01', waiting: undefined },
    ]),
  )
  const events = await open(t.db).selectFrom('staff_event').select(['action', 'subject_id']).execute()
  expect(events.map((e) => `${e.action} ${e.subject_id}`).toSorted()).toEqual([
    'mail-text.propose mail:letter-waiting',
    `mail-text.propose mail:letter-waiting@${contractorId}`,
    'mail-text.put-in-force mail:letter-waiting',
    `mail-text.put-in-force mail:letter-waiting@${contractorId}`,
  ])
})

it('refuses what would not tell, what changes nothing, what is past, and a version that somebody overtook', async () => {
  const kind = 'development-waiting'
  const text = { subject: 'Answer by {due}', body: 'By {due}: {link}' }
  expect(await propose(june, site, { kind, text: { ...text, body: 'By {due}.' } })).toBe('placeholder-missing')
  expect(await propose(june, site, { kind, text, from: day('2026-11-24') })).toBe('date-in-past')
  expect(await propose(june, site, { kind, text, reason: 'so' })).toBe('reason-needed')
  expect(await propose(june, site, { kind, text: en.mailTexts[kind] })).toBe('same-words')
  expect(await propose(june, site, { kind, text, seen: 3 })).toBe('stale')
  expect(await propose(june, site, { kind, text })).toBe(1)
  expect(await answer(june, site, { kind, answer: 'withdraw' })).toBe('ok')
  expect(await propose(june, site, { kind, text, seen: 1 })).toBe(2)
})

it('about accounts is for two administrators, and what stands below a warning stays', async () => {
  expect(() => may(world.supervisor, site)).toThrow('not-permitted')
  expect(() => may(world.stranger, prairie)).toThrow('not-permitted')
  expect(() => may(world.analyst, prairie)).toThrow('not-permitted')
  const kind = 'email-removed'
  const text = { subject: 'An address went', body: '{removed} is gone since {when}.' }
  expect(await propose(world.supervisor, prairie, { kind, text })).toBe('not-a-choice')
  expect(await propose(june, site, { kind, text: { ...text, body: `${text.body} https://x.example` } })).toBe(
    'typed-address',
  )
  expect(await propose(june, site, { kind, text })).toBe(1)
  expect(await answer(karl, site, { kind })).toBe('ok')
  const mail = en.mails.emailRemoved('Rosa', 'old@b.example', 'noon')
  expect(await sent(mail, { below: 'Was it not you?' })).toMatchObject({
    subject: 'An address went',
    body: 'old@b.example is gone since noon.\n\nWas it not you?',
    version: 1,
  })
})

it('of one version, twenty answers at the same instant come to one', async () => {
  const kind = 'monitoring'
  const text = { subject: '{newCases}', body: '{link}' }
  expect(await propose(june, site, { kind, text })).toBe(1)
  const done = await Promise.all(Array.from({ length: 20 }, () => answer(karl, site, { kind })))
  expect(done.filter((d) => d === 'ok')).toHaveLength(1)
})
