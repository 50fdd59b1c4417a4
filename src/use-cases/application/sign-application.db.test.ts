import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { open } from '#db/kit/open.ts'
import { listEvents } from '#db/queries/application/application-events.ts'
import { applicationSubject } from '#db/queries/application/applications.ts'
import { findSubmittedText, listSubmissions } from '#db/queries/application/submissions.ts'
import { type Action, authorize, type Permit } from '#domain/access/policy.ts'
import { day } from '#domain/dates.ts'
import { readingOf } from '#forms/readings.ts'
import { readSignedText } from '#letters/submitted-record.ts'
import { renderPdf } from '#outside/pdf/render-pdf.ts'
import { drVega } from '#test/people/dr-vega.ts'
import {
  fill,
  loadSources,
  noon,
  type Person,
  physicianIn,
  providerWorld,
  services,
  vegaInRegistry,
  type World,
} from '#test/support/provider.ts'
import { en } from '#words/index.ts'
import { compareApplication } from '../case/compare-application.ts'
import { explainDifference } from '../case/explain-difference.ts'
import { freezeApplication } from './freeze-application.ts'
import { saveSection } from './save-section.ts'
import { type Signature, signApplication } from './sign-application.ts'
import { startApplication } from './start-application.ts'
import { withdrawApplication } from './withdraw-application.ts'

let t: World
let applicationId: string
const tools = { site: services.site, words: en }

async function permit<A extends Action>(action: A, who: Person = t.vega): Promise<Permit<A>> {
  const given = authorize(who.actor, action, (await applicationSubject(t.db, applicationId))!)
  if (!given.ok) throw new Error(`${action} is not permitted`)
  return given.value
}

const name = 'Rosa Maria Vega'
const signature = (over: Partial<Signature> = {}): Signature => ({
  typedName: name,
  agreed: true,
  seenSha256: '',
  idempotencyKey: 'click-1',
  ...over,
})
const signer = () => permit('application.sign')
const freeze = async () => freezeApplication(t.db, await signer(), en, noon)
const sign = async (over: Partial<Signature> = {}) =>
  signApplication(t.db, await signer(), signature({ seenSha256: (await freeze()).sha256, ...over }), tools, noon)

beforeAll(async () => {
  t = await providerWorld()
  await loadSources(t, [vegaInRegistry])
})
afterAll(() => t.close())
beforeEach(async () => {
  const start = authorize(t.vega.actor, 'application.start', { id: t.enrolleeId, enrolleeId: t.enrolleeId })
  if (!start.ok) throw new Error('not permitted')
  const started = await startApplication(t.db, start.value, physicianIn('IL'), noon)
  if (!started.ok) throw new Error(started.problem.code)
  applicationId = started.value.applicationId
  await fill(t, applicationId, drVega, t.vega.actor)
  await explainAll()
  return async () => {
    await open(t.db).updateTable('application').set({ status: 'withdrawn' }).where('id', '=', applicationId).execute()
  }
})

async function explainAll(): Promise<void> {
  const on = day('2026-11-24')
  const edit = await permit('application.edit')
  const { rows } = await compareApplication(t.db, edit, readingOf('CMS-855I'), drVega, on)
  for (const row of rows.filter((r) => r.standing === 'explain')) {
    const done = await explainDifference(
      t.db,
      edit,
      { key: row.key, explanation: 'It is right as I wrote it.' },
      on,
      noon,
    )
    expect(done.ok).toBe(true)
  }
}

describe('signing', () => {
  it('moves the application, freezes the words with their hash, and queues a mail without personal facts', async () => {
    const frozen = await freeze()
    expect(frozen.open).toEqual([])
    const done = await sign({ typedName: '  rosa MARIA  vega ' })
    expect(done).toEqual({ ok: true, value: { ordinal: 1 } })
    const view = await permit('application.view')
    const found = (await findSubmittedText(t.db, view, 1))!
    expect(createHash('sha256').update(found.text).digest('hex')).toBe(found.submission.sha256)
    expect(found.submission).toMatchObject({ signerName: name, receivedOn: '2026-11-24', sha256: frozen.sha256 })
    // The words that were signed hold the restricted answers; nothing that is shown does.
    expect(found.text).toContain('900-12-3456')
    const row = await open(t.db)
      .selectFrom('application')
      .selectAll()
      .where('id', '=', applicationId)
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({ status: 'submitted', received_on: '2026-11-24' })
    expect(row.tracking_number).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/)
    const mails = await open(t.db).selectFrom('message').selectAll().where('template', '=', 'submitted').execute()
    const mine = mails.filter((m) => m.body.includes(applicationId))
    expect(mine.map((m) => m.recipient).sort()).toEqual(['ida.brandt@example.org', 'rosa.vega@example.org'])
    expect(mine[0]!.body + mine[0]!.subject).not.toMatch(/Vega|2000001|Springfield/)
  })

  it('is one submission for two clicks, one after the other or at once', async () => {
    const { sha256 } = await freeze()
    const p = await signer()
    const once = signature({ seenSha256: sha256 })
    const both = await Promise.all([1, 2, 3].map(() => signApplication(t.db, p, once, tools, noon)))
    expect(both.map((r) => r.ok && r.value.ordinal)).toEqual([1, 1, 1])
    expect(await signApplication(t.db, p, once, tools, noon)).toEqual({ ok: true, value: { ordinal: 1 } })
    const view = await permit('application.view')
    expect(await listSubmissions(t.db, view)).toHaveLength(1)
    expect((await listEvents(t.db, view)).filter((e) => e.event === 'submit')).toHaveLength(1)
    const second = await signApplication(
      t.db,
      p,
      signature({ seenSha256: sha256, idempotencyKey: 'other' }),
      tools,
      noon,
    )
    expect(second.ok || second.problem.code).toBe('not-in-this-status')
  })

  it('refuses a document that changed after it was read, and keeps nothing', async () => {
    const { sha256 } = await freeze()
    const edited = await saveSection(
      t.db,
      await permit('application.edit'),
      { sectionId: 'new-patients', itemId: '1', answers: { accepting: false }, seenVersion: 1 },
      noon,
    )
    expect(edited.ok).toBe(true)
    const refused = await sign({ seenSha256: sha256 })
    expect(refused.ok || refused.problem.code).toBe('document-changed')
    expect(await listSubmissions(t.db, await permit('application.view'))).toEqual([])
  })

  it.each<[string, Partial<Signature>, string]>([
    ['another name', { typedName: 'Rosa Vega' }, 'signature-name'],
    ['no tick', { agreed: false }, 'attestation-needed'],
    ['a hash from nowhere', { seenSha256: 'f00d' }, 'document-changed'],
  ])('refuses %s', async (_, over, code) => {
    const refused = await sign(over)
    expect(refused.ok || refused.problem.code).toBe(code)
  })

  it('refuses what is not complete, and says so even when the name is right', async () => {
    await open(t.db)
      .deleteFrom('section_answers')
      .where('application_id', '=', applicationId)
      .where('section_id', '=', 'birth')
      .execute()
    const refused = await sign()
    expect(refused.ok || refused.problem.code).toBe('incomplete')
  })

  it('refuses an unexplained difference', async () => {
    await open(t.db).deleteFrom('preflight_note').where('application_id', '=', applicationId).execute()
    const refused = await sign()
    expect(refused.ok || refused.problem.code).toBe('preflight-open')
  })

  it('refuses a deactivated NPI, which no explanation mends', async () => {
    const k = open(t.db)
    const detail = (d?: string) => JSON.stringify({ ...vegaInRegistry, ...(d && { deactivatedOn: d }) })
    await k
      .updateTable('registry_provider')
      .set({ detail: detail('2026-01-01') })
      .execute()
    const refused = await sign()
    expect(refused.ok || refused.problem.code).toBe('preflight-stopped')
    await k.updateTable('registry_provider').set({ detail: detail() }).execute()
  })

  it('is for the named practitioner alone', async () => {
    const subject = (await applicationSubject(t.db, applicationId))!
    expect(authorize(t.clerk.actor, 'application.sign', subject).ok).toBe(false)
    expect(authorize(t.clerk.actor, 'application.edit', subject).ok).toBe(true)
    expect(authorize(t.stranger.actor, 'application.sign', subject).ok).toBe(false)
  })

  it('cannot be done once it is withdrawn', async () => {
    await withdrawApplication(t.db, await permit('application.withdraw'), noon)
    const refused = await sign()
    expect(refused.ok || refused.problem.code).toBe('not-in-this-status')
  })
})

it('what is drawn from the signed words shows restricted answers in part only', async () => {
  await sign()
  const found = (await findSubmittedText(t.db, await permit('application.view'), 1))!
  const { submittedPaper } = await import('#letters/submitted-record.ts')
  const { recordFrame } = await import('#letters/record-frame.ts')
  const record = readSignedText(found.text)
  const paper = submittedPaper(
    record,
    recordFrame(record, en, { submission: found.submission, tracking: 'T', zone: 'America/Chicago' }),
  )
  expect(JSON.stringify(paper)).toContain('•••-••-3456')
  expect(JSON.stringify(paper)).not.toMatch(/900-?12-?3456|000900123|March 27, 1980/)
  expect(JSON.stringify(paper)).toContain(found.submission.sha256)
  const pdf = await renderPdf(paper, noon)
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
})
