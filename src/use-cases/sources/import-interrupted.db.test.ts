import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { open } from '#db/kit/open.ts'
import { findOrderReferring } from '#db/queries/registry-files/registry.ts'
import { listImports, listQuarantined, sourceVersion } from '#db/queries/registry-files/source-imports.ts'
import { failingAfter, HEAD, importing, inPieces, line, lines, npiOf, permit } from './import-source.fixture.ts'

const at = importing()

const allRows = async () =>
  (await open(at.db).selectFrom('order_referring').select(['npi', 'last_name']).orderBy('npi').execute()).map(
    (r) => `${r.npi} ${r.last_name}`,
  )

describe('an import that was interrupted', () => {
  const text = HEAD + lines(1_500) + 'x\n' + line(3) + line(2_000)
  test('goes on where it was and ends as if it had not been interrupted', async () => {
    const file = await at.fileOf(text)
    await expect(at.load(failingAfter(file, 20_000))).rejects.toThrow('power cut')
    expect(await sourceVersion(at.db, 'order-referring')).toBeUndefined()
    expect(await findOrderReferring(at.db, permit, npiOf(0)), 'staged rows are not seen').toBeUndefined()
    await expect(at.load(failingAfter(file, 35_000))).rejects.toThrow('power cut')
    const resumed = await at.load(inPieces(file))
    expect(resumed).toMatchObject({ ok: true, value: { rows: 1_501, quarantined: 2 } })
    expect(resumed.ok && resumed.value.resumedAt).toBeGreaterThan(20_000)
    const [rows, aside] = [
      await allRows(),
      resumed.ok && (await listQuarantined(at.db, permit, resumed.value.importId)),
    ]
    expect(await listImports(at.db, permit)).toHaveLength(1)

    await at.empty()
    const undisturbed = await at.load(file)
    expect(await allRows()).toEqual(rows)
    expect(undisturbed.ok && (await listQuarantined(at.db, permit, undisturbed.value.importId))).toEqual(aside)
  })
  test('is given up for another file, and its rows are cleared', async () => {
    await expect(at.load(failingAfter(await at.fileOf(text), 30_000))).rejects.toThrow('power cut')
    expect((await at.loaded(HEAD + lines(2))).rows).toBe(2)
    expect(await allRows()).toHaveLength(2)
    expect((await listImports(at.db, permit)).map((i) => i.status).sort()).toEqual(['current', 'refused'])
  })
  test('two at once: one does it, the other steps back, nothing doubled', async () => {
    const file = inPieces(await at.fileOf(text))
    const both = await Promise.all([at.load(file), at.load(file)])
    expect(both.map((r) => (r.ok ? r.value.outcome : r.problem.code)).sort()).toEqual(['loaded', 'source-in-progress'])
    expect(await allRows()).toHaveLength(1_501)
  })
})

test('a reader sees the old list or the new one, never half', async () => {
  await at.loaded(HEAD + lines(1_200, 'OLD'))
  const seen = new Set<string>()
  let done = false
  const reader = (async () => {
    while (!done) {
      const { rows } = await sql<{ last_name: string; n: number }>`
        select last_name, count(*)::int as n from order_referring
        where import_id = (select id from source_import where source = 'order-referring' and status = 'current')
        group by last_name`.execute(open(at.db))
      seen.add(JSON.stringify(rows))
    }
  })()
  await at.load(inPieces(await at.fileOf(HEAD + lines(1_300, 'NEW'))))
  await new Promise((wait) => setTimeout(wait, 20))
  done = true
  await reader
  expect([...seen].sort()).toEqual(['[{"last_name":"NEW","n":1300}]', '[{"last_name":"OLD","n":1200}]'])
})
