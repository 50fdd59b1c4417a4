/** What the provider does in an invented history, by the use-cases of the portal. */
import { randomBytes } from 'node:crypto'
import { findFile } from '#db/queries/application/application-file.ts'
import { findOpenRequest } from '#db/queries/application/development-requests.ts'
import { dayIn } from '#domain/dates.ts'
import { readingOf } from '#forms/readings.ts'
import { signerOf } from '#letters/submitted-record.ts'
import { SIMULATOR_PATH } from '#outside/payments/payment-page.ts'
import { freezeApplication } from '#use-cases/application/freeze-application.ts'
import { saveSection } from '#use-cases/application/save-section.ts'
import { signApplication } from '#use-cases/application/sign-application.ts'
import { withdrawApplication } from '#use-cases/application/withdraw-application.ts'
import { compareApplication } from '#use-cases/case/compare-application.ts'
import { explainDifference } from '#use-cases/case/explain-difference.ts'
import { answerDevelopmentItems } from '#use-cases/development/answer-development-items.ts'
import { addDocument } from '#use-cases/documents/add-document.ts'
import { feeStanding } from '#use-cases/fee/fee-standing.ts'
import { askHardship, HARDSHIP_SLOT } from '#use-cases/fee/hardship.ts'
import { payAtOnce } from '#use-cases/fee/pay-at-once.ts'
import { type DemoCase, must, permitted, type Stage } from './application-case.ts'
import { fill } from './fill-answers.ts'
import { signBeforeList } from './sign-before-list.ts'
import { tinyPdf } from './tiny-pdf.ts'

const ZONE = 'America/Chicago'
/** An application and who acts for it. */
interface Acted extends Pick<DemoCase, 'applicationId' | 'form'> {
  readonly owner: Pick<DemoCase['owner'], 'actor'>
}
const editing = (s: Stage, c: Acted) => permitted(s, c.owner.actor, 'application.edit', c.applicationId)

async function addPaper(s: Stage, c: DemoCase, slot: string, at: Date): Promise<void> {
  const { what } = s.words.documentSlots[slot as keyof typeof s.words.documentSlots]
  const bytes = tinyPdf([
    what,
    readingOf(c.form).legalName(c.file),
    `NPI ${c.provider.npi}`,
    'Invented for a demonstration.',
  ])
  const sent = { slot, fileName: `${slot}.pdf`, bytes, tooLarge: false }
  must(await addDocument(s.db, await editing(s, c), { files: s.files }, sent, at), `paper ${slot}`)
}

const explanations: Readonly<Record<string, string>> = {
  'practice-address': 'We moved here this fall. The registry still shows the old office; I asked for the change.',
  exclusion: 'This is somebody else with a name like mine. I was never excluded from any program.',
  license: 'The license was renewed under a new number; the board shows it.',
}

/** Says of every difference from the registry why it is so. */
export async function explain(s: Stage, c: Acted, at: Date): Promise<void> {
  const permit = await editing(s, c)
  const on = dayIn(ZONE, at)
  const { rows } = await compareApplication(s.db, permit, readingOf(c.form), await findFile(s.db, permit), on)
  for (const { key, standing, explanation, finding } of rows) {
    if (standing !== 'explain' || explanation !== undefined) continue
    const said = explanations[finding.check] ?? 'It is right as I wrote it; the registry will follow.'
    must(await explainDifference(s.db, permit, { key, explanation: said }, on, at), `difference ${finding.id}`)
  }
}

/** Pays what is due; where nobody entered an amount for the year yet, asks to be spared it. */
async function settleFee(s: Stage, c: DemoCase, at: Date): Promise<void> {
  const permit = await permitted(s, c.owner.actor, 'fee.pay', c.applicationId)
  const fee = await feeStanding(s.db, permit, at)
  if (fee.settled) return
  if (fee.cents === undefined) {
    await addPaper(s, c, HARDSHIP_SLOT, at)
    must(await askHardship(s.db, permit, 'We lost money in each of the last three years.', at), 'hardship')
    return
  }
  // Made and read in one place, so that any key does.
  const payments = { url: `${s.site.origin}${SIMULATOR_PATH}`, key: randomBytes(32), simulator: true }
  const office = { payments, origin: s.site.origin, words: s.words }
  must(await payAtOnce(s.db, c.owner.actor, c.applicationId, office, at), `fee of ${c.provider.npi}`)
}

async function sign(s: Stage, c: DemoCase, key: string, at: Date): Promise<void> {
  await explain(s, c, at)
  const permit = await permitted(s, c.owner.actor, 'application.sign', c.applicationId)
  await settleFee(s, c, at)
  const frozen = await freezeApplication(s.db, permit, s.words, at)
  if (frozen.open.length > 0 && frozen.open.every((p) => p.code === 'preflight-stopped'))
    return signBeforeList(s.db, permit, frozen, at)
  const signature = {
    typedName: signerOf(frozen.record),
    agreed: true,
    seenSha256: frozen.sha256,
    idempotencyKey: key,
  }
  must(await signApplication(s.db, permit, signature, s, at), `signature of ${c.provider.npi}`)
}

export async function submit(s: Stage, c: DemoCase, at: Date): Promise<void> {
  await fill(s, c, 1, at)
  for (const { slot, needed } of readingOf(c.form).documents(c.file))
    if (needed === 'always') await addPaper(s, c, slot, at)
  await sign(s, c, 'demo-submit', at)
}

const replies: Readonly<Record<string, string>> = {
  'practice-locations': 'Our office is on the second floor; I added that. The lease is enclosed.',
  licenses: 'The number is as the board prints it; a copy of the license is enclosed.',
}

/** Answers all that was asked, or with `half` only the first of it. */
export async function reply(s: Stage, c: DemoCase, at: Date, half = false): Promise<void> {
  const permit = await editing(s, c)
  const request = await findOpenRequest(s.db, permit)
  const items = request?.items.slice(0, half ? 1 : undefined) ?? []
  const said = items.map((item, i) => ({
    itemId: item.id,
    at: `answer-${i}`,
    text: replies[item.sectionId ?? ''] ?? 'Enclosed. I am sorry that the first copy could not be read.',
  }))
  must(await answerDevelopmentItems(s.db, permit, said, at), 'replies')
}

export async function answer(s: Stage, c: DemoCase, at: Date): Promise<void> {
  await reply(s, c, at)
  const permit = await editing(s, c)
  const place = (await findFile(s.db, permit))['practice-locations']?.[0]
  if (place && c.file['practice-locations']) {
    const answers = { ...place.answers, line2: 'Floor 2' }
    const saved = { sectionId: 'practice-locations', itemId: place.id, answers, seenVersion: place.version }
    must(await saveSection(s.db, permit, saved, at), 'correction')
  }
  await addPaper(s, c, 'other', at)
  await sign(s, c, 'demo-answer', at)
}

export async function withdraw(s: Stage, c: DemoCase, at: Date): Promise<void> {
  const permit = await permitted(s, c.owner.actor, 'application.withdraw', c.applicationId)
  must(await withdrawApplication(s.db, permit, at), 'withdrawal')
}
