import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { appendAuthEvent } from '#db/records/access/auth-events.ts'
import { systemActor } from '#domain/access/policy.ts'
import { openAuditSigner } from '#outside/audit-signer.ts'
import { movableClock } from '#outside/clock.ts'
import { openSecrets } from '#outside/secrets.ts'
import { at, caller, permit, start, type TestDatabase, testDatabase } from '#test/support/identity.ts'
import { chainAudit } from '#use-cases/audit/chain-audit.ts'
import { keptOfMaster } from '#use-cases/keys/kept-keys.ts'
import { audit } from './audit.ts'

const secrets = openSecrets(new Uint8Array(32).fill(9))
const signer = openAuditSigner(secrets.audit)
let t: TestDatabase
let printed: string[] = []
beforeEach(async () => {
  t = await testDatabase()
  printed = []
  for (let n = 1; n <= 12; n++) {
    await appendAuthEvent(t.db, { type: 'password-wrong', outcome: 'refused', caller: caller(), detail: { n } }, at(n))
    if (n % 4 === 0) await chain()
  }
})
afterEach(async () => {
  process.exitCode = undefined
  await t.close()
})
const chain = () => chainAudit(t.db, permit('system.run', systemActor), signer, start)

async function run(...args: string[]): Promise<void> {
  const program = new Command().exitOverride()
  audit(program, async () => ({
    db: t.db,
    clock: movableClock(),
    secrets,
    actor: { userId: 'command-line', memberships: [{ role: 'operator', partyId: 'system' }] },
    out: (line) => printed.push(line),
    err: (line) => printed.push(line),
    close: async () => {},
  }))
  await program.parseAsync(['audit', ...args], { from: 'user' })
}
async function verified(...more: string[]): Promise<unknown> {
  await run('verify', '--json', ...more)
  return JSON.parse(printed.at(-1)!)
}
/** What only a superuser can do. */
async function tamper(...statements: string[]): Promise<void> {
  await t.pool.query('alter table audit_log disable trigger all; alter table audit_checkpoint disable trigger all')
  for (const s of statements) await t.pool.query(s)
}

test('a log as it was written is good, and what waits for its number gets it first', async () => {
  await appendAuthEvent(t.db, { type: 'signed-in', userId: crypto.randomUUID(), caller: caller() }, at(13))
  expect(await verified()).toEqual({ ok: true, rows: 13, checkpoints: 4, firstBad: null })
  expect(process.exitCode).toBeUndefined()
  await run('verify')
  expect(printed.at(-1)).toBe('Good: 13 entries, 4 signed checkpoints')
})

test('many at once number every event once, in one chain', async () => {
  await Promise.all(
    Array.from({ length: 40 }, async (_, i) => {
      await appendAuthEvent(t.db, { type: 'code-sent', caller: caller(), detail: { i } }, at(20))
      if (i % 8 === 0) await chain()
    }),
  )
  await chain()
  expect(await verified()).toMatchObject({ ok: true, rows: 52 })
})

test('nobody changes, removes or empties it by the way', async () => {
  for (const s of [
    `update audit_log set actor_id = 'x' where seq = 1`,
    'delete from audit_log where seq = 12',
    'truncate audit_log',
    `update audit_checkpoint set signature = 'x'`,
    'delete from audit_checkpoint',
  ])
    await expect(t.pool.query(s), s).rejects.toThrow('append-only')
  expect(await verified()).toMatchObject({ ok: true })
})

const renumber = (by: number, from: number) => [
  `update audit_log set seq = seq + 1000 where seq >= ${from}`,
  `update audit_log set seq = seq - 1000 + ${by} where seq >= 1000`,
]
const copied = (seq: number, hash = `'h'`) =>
  `insert into audit_log select ${seq}, (select hash from audit_log where seq = ${seq - 1}), ${hash}, source, gen_random_uuid(), at, actor_id, acting_for, action, subject_id, outcome, ip, user_agent, detail from audit_log where seq = 2`

describe('a superuser who switches the triggers off', () => {
  test.each([
    ['alters a row', [`update audit_log set outcome = 'done' where seq = 5`], 5, 'altered'],
    ['alters the detail of a row', [`update audit_log set detail = '{"n": 99}' where seq = 6`], 6, 'altered'],
    [
      'moves a time by a millisecond',
      [`update audit_log set at = at + interval '1 millisecond' where seq = 7`],
      7,
      'altered',
    ],
    ['removes a row', ['delete from audit_log where seq = 5'], 5, 'removed'],
    ['removes a row and closes the gap', ['delete from audit_log where seq = 5', ...renumber(-1, 6)], 5, 'removed'],
    ['inserts a row', [...renumber(1, 5), copied(5)], 5, 'altered'],
    ['appends a row', [copied(13)], 13, 'altered'],
    [
      'swaps two rows',
      [
        'update audit_log set seq = 1000 where seq = 5',
        'update audit_log set seq = 5 where seq = 6',
        'update audit_log set seq = 6 where seq = 1000',
      ],
      5,
      'reordered',
    ],
    ['cuts the end off', ['delete from audit_log where seq > 9'], 10, 'tail-removed'],
    ['forges a signature', [`update audit_checkpoint set signature = 'AAAA' where seq = 8`], 8, 'checkpoint-signature'],
    [
      'points a checkpoint elsewhere',
      [`update audit_checkpoint set hash = 'x' where seq = 8`],
      8,
      'checkpoint-signature',
    ],
    ['removes the last checkpoint', ['delete from audit_checkpoint where seq = 12'], 9, 'inserted'],
  ])('%s', async (_, statements, seq, fault) => {
    await tamper(...statements)
    expect(await verified()).toMatchObject({ ok: false, firstBad: { seq, fault } })
    expect(process.exitCode).toBe(1)
    await run('verify')
    expect(printed.at(-1)).toContain(`First bad entry: ${seq}`)
  })

  test('cuts the end off with its checkpoints: found by those that were kept elsewhere', async () => {
    await run('checkpoints')
    const file = join(mkdtempSync(join(tmpdir(), 'audit-')), 'kept.jsonl')
    writeFileSync(file, `${printed.join('\n')}\n`)
    await tamper(
      'delete from audit_log where seq > 8',
      'delete from audit_checkpoint where seq > 8',
      'update auth_event set audit_seq = 1',
    )
    expect(await verified()).toMatchObject({ ok: true, rows: 8 })
    expect(await verified('--against', file)).toMatchObject({ ok: false, firstBad: { seq: 9, fault: 'tail-removed' } })
  })

  test('signs with a key of their own', async () => {
    const own = openAuditSigner([new Uint8Array(32).fill(1)])
    await appendAuthEvent(t.db, { type: 'code-sent', caller: caller() }, at(14))
    await chainAudit(t.db, permit('system.run', systemActor), own, start)
    expect(await verified()).toMatchObject({ firstBad: { seq: 13, fault: 'checkpoint-signature' } })
  })
})

test('after a rotation of the master key the earlier key still verifies', async () => {
  const rotated = openAuditSigner(
    openSecrets(new Uint8Array(32).fill(3), [keptOfMaster(new Uint8Array(32).fill(9))]).audit,
  )
  const { rows } = await t.pool.query<{ signature: string; key_id: string }>(
    'select signature, key_id from audit_checkpoint',
  )
  expect(rows.length).toBe(3)
  expect(rotated.keyId).not.toBe(rows[0]!.key_id)
  expect(rotated.verifies('something else', rows[0]!.key_id, rows[0]!.signature)).toBe(false)
})
