/** An organization's application from the registry to the decision, by the use-cases of the pages. For tests. */
import { expect } from 'vitest'
import { findFile } from '#db/queries/application/application-file.ts'
import { findApplication } from '#db/queries/application/applications.ts'
import { day } from '#domain/dates.ts'
import type { Npi } from '#domain/identifiers/npi.ts'
import type { RegistryProvider } from '#domain/party/registry-provider.ts'
import type { File } from '#forms/kit/section.ts'
import { readingOf } from '#forms/readings.ts'
import { noon, type Person, services, type World } from '#test/support/provider.ts'
import { en } from '#words/index.ts'
import { compareApplication } from '../case/compare-application.ts'
import { explainDifference } from '../case/explain-difference.ts'
import { permitFor } from '../case/filed.fixture.ts'
import { takeCase } from '../case/take-case.ts'
import type { ApprovalChoice } from '../decisions/approval-plan.ts'
import { approveApplication } from '../decisions/approve-application.ts'
import { recommendApplication } from '../decisions/recommend-application.ts'
import { bringAsked } from '../level/level.fixture.ts'
import { recordLicense } from '../screening/judge-checks.ts'
import { screenApplication } from '../screening/screen-application.ts'
import { disposeAll } from '../screening/screening.fixture.ts'
import { licensesOf } from '../screening/screening-subjects.ts'
import { freezeApplication } from './freeze-application.ts'
import { must } from './reasons.fixture.ts'
import { signApplication } from './sign-application.ts'

const office = { site: services.site, words: en }
const today = day('2026-11-24')

interface Listed {
  readonly npi: string
  readonly organization: string
  readonly place: { readonly line1: string; readonly city: string; readonly zip: string; readonly phone: string }
  readonly taxonomy: string
  readonly official: { readonly first: string; readonly last: string }
}
/** An organization in Illinois as the registry lists it. */
export function inRegistry({ npi, organization, place, taxonomy, official }: Listed): RegistryProvider {
  const address = { ...place, state: 'IL' as const }
  return {
    npi: npi as Npi,
    entityType: 2,
    organization,
    otherNames: [],
    practice: address,
    mailing: address,
    taxonomies: [{ code: taxonomy, primary: true }],
    authorizedOfficial: { ...official, title: 'PRESIDENT' },
  }
}

/** Says why an answer is not what the registry has, wherever that is asked. */
export async function explainAll(t: World, who: Person, id: string): Promise<void> {
  const edit = await permitFor(t.db, who.actor, 'application.edit', id)
  const { form } = await findApplication(t.db, edit)
  const { rows } = await compareApplication(t.db, edit, readingOf(form), await findFile(t.db, edit), today)
  for (const { key, standing } of rows)
    if (standing === 'explain')
      await must(explainDifference(t.db, edit, { key, explanation: 'It is as we wrote it here.' }, today, noon))
}

/** Signs what nothing stands against. */
export async function signedBy(t: World, who: Person, id: string, typedName: string): Promise<void> {
  const permit = await permitFor(t.db, who.actor, 'application.sign', id)
  const { sha256, open: stops } = await freezeApplication(t.db, permit, en, noon)
  expect(stops).toEqual([])
  const signature = { typedName, agreed: true, seenSha256: sha256, idempotencyKey: id }
  await must(signApplication(t.db, permit, signature, office, noon))
}

/** Taken, screened, its licenses of `file` looked up, everything disposed of, and recommended. */
export async function recommendedBy(t: World, analyst: Person, id: string, file: File): Promise<void> {
  const permit = await permitFor(t.db, analyst.actor, 'application.review', id)
  await must(takeCase(t.db, permit, noon))
  await must(screenApplication(t.db, permit, noon))
  const seen = { site: 'board.example', expiresOn: day('2027-12-31'), seenOn: today, note: undefined }
  for (const { subject } of licensesOf(file))
    await must(recordLicense(t.db, permit, { ...seen, standing: 'active', subject }, noon))
  await disposeAll(t.db, permit, noon)
  await bringAsked(t.db, permit, noon)
  await must(recommendApplication(t.db, permit, '', noon))
}

export const approvedBy = async (t: World, supervisor: Person, id: string, choice: Partial<ApprovalChoice> = {}) =>
  approveApplication(
    t.db,
    await permitFor(t.db, supervisor.actor, 'application.decide', id),
    { delay: 'none', ...choice },
    office,
    noon,
  )
