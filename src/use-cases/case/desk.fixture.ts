/** A contractor with its people, Dr. Vega with an account, the lists, and her application, signed and submitted. */
import { createHash, randomUUID } from 'node:crypto'
import type { Db } from '#db/db.ts'
import { open } from '#db/kit/open.ts'
import { applicationSubject } from '#db/queries/application/applications.ts'
import { insertApplication, lockApplication, moveApplication, saveItem } from '#db/records/application/applications.ts'
import { insertSubmission } from '#db/records/application/submissions.ts'
import { transact } from '#db/records/transact.ts'
import { type Action, type Actor, authorize, type Permit, type Role } from '#domain/access/policy.ts'
import { canonicalJson } from '#domain/canonical-json.ts'
import { type Day, day } from '#domain/dates.ts'
import type { Exclusion } from '#domain/party/exclusion.ts'
import { nameKey } from '#domain/party/name-key.ts'
import type { RegistryProvider, SourceKind } from '#domain/party/registry-provider.ts'
import { cms855i } from '#forms/cms855i/index.ts'
import { splitRestricted } from '#forms/kit/answers.ts'
import { sectionOf } from '#forms/kit/form.ts'
import type { File } from '#forms/kit/section.ts'
import { drVega, vegaNpi } from '#test/people/dr-vega.ts'
import { en } from '#words/index.ts'

export const office = { site: { product: 'OpenPECOS', origin: 'https://enroll.example' }, words: en }
export const contractorId = 'prairie'
const zone = 'America/Chicago'

const person = (role: Role, partyId: string): Actor => ({ userId: randomUUID(), memberships: [{ role, partyId }] })

export interface DeskWorld {
  readonly analyst: Actor
  readonly otherAnalyst: Actor
  readonly supervisor: Actor
  readonly stranger: Actor
  readonly auditor: Actor
  readonly vega: Actor
  readonly enrolleeId: string
}

/** The people of the desk and Dr. Vega, whose e-mail address wants notices. */
export async function seedDesk(db: Db, now: Date): Promise<DeskWorld> {
  const k = open(db)
  const enrolleeId = randomUUID()
  for (const id of [contractorId, 'elsewhere'])
    await k
      .insertInto('contractor')
      .values({
        id,
        name: `${id} contractor`,
        time_zone: zone,
        phone: '(217) 555-0100',
        email: `mail@${id}.example`,
        address: '1 Main St, Springfield, IL 62701',
      })
      .execute()
  await k.insertInto('contractor_state').values({ state: 'IL', contractor_id: contractorId }).execute()
  await k
    .insertInto('enrollee')
    .values({
      id: enrolleeId,
      kind: 'individual',
      npi: vegaNpi,
      display_name: 'Rosa Maria Vega',
      tax_id_index: null,
      restricted: null,
      practice: '{}',
      created_at: now,
    })
    .execute()
  const world = {
    analyst: person('mac-analyst', contractorId),
    otherAnalyst: person('mac-analyst', contractorId),
    supervisor: person('mac-supervisor', contractorId),
    stranger: person('mac-supervisor', 'elsewhere'),
    auditor: person('auditor', ''),
    vega: person('individual-provider', enrolleeId),
  }
  for (const [name, actor] of Object.entries(world)) {
    const [held] = actor.memberships
    await k
      .insertInto('app_user')
      .values({
        id: actor.userId,
        login_id: `${name}.person`,
        status: 'active',
        display_name: name,
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
        user_id: actor.userId,
        role: held!.role,
        party_id: held!.partyId,
        status: 'active',
        valid_from: now,
        valid_to: null,
      })
      .execute()
  }
  await k
    .insertInto('contact')
    .values({
      id: randomUUID(),
      user_id: world.vega.userId,
      kind: 'email',
      value: 'rosa@vega.example',
      verified_at: now,
      use_for_mfa: true,
      notify: true,
    })
    .execute()
  return { ...world, enrolleeId }
}

export const vegaInRegistry: RegistryProvider = {
  npi: vegaNpi,
  entityType: 1,
  person: { last: 'VEGA', first: 'ROSA', middle: 'MARIA', credential: 'MD' },
  otherNames: [],
  practice: { line1: '410 ELM ST STE 2', city: 'SPRINGFIELD', state: 'IL', zip: '627011204' },
  mailing: { line1: 'PO BOX 118', city: 'SPRINGFIELD', state: 'IL', zip: '62701' },
  taxonomies: [{ code: '207Q00000X', license: '036900111', licenseState: 'IL', primary: true }],
}

async function load(db: Db, source: SourceKind, now: Date): Promise<string> {
  const id = randomUUID()
  await open(db)
    .insertInto('source_import')
    .values({
      id,
      source,
      file_name: `${source}.csv`,
      sha256: source,
      increment: false,
      status: 'current',
      as_of: day('2026-11-01'),
      as_of_stated: true,
      bytes_total: 1,
      unknown_columns: '[]',
      started_at: now,
      finished_at: now,
      refused_code: null,
    })
    .execute()
  return id
}

/** The registry with Dr. Vega, and an exclusion list with these rows. */
export async function seedLists(db: Db, now: Date, exclusions: readonly Exclusion[] = []): Promise<void> {
  const nppes = await load(db, 'nppes', now)
  await open(db)
    .insertInto('registry_provider')
    .values({
      import_id: nppes,
      npi: vegaNpi,
      entity_type: 1,
      name_key: 'VEGA',
      first_key: 'ROSA',
      state: 'IL',
      city_key: 'SPRINGFIELD',
      deactivated_on: null,
      reactivated_on: null,
      detail: JSON.stringify(vegaInRegistry),
    })
    .execute()
  await seedExclusions(db, now, exclusions)
  // Lists that every screening must ask; nobody is on them.
  for (const source of ['sam', 'revocations', 'death-file'] as const) await load(db, source, now)
}

export async function seedExclusions(db: Db, now: Date, exclusions: readonly Exclusion[]): Promise<void> {
  const leie = await load(db, 'leie', now)
  for (const e of exclusions)
    await open(db)
      .insertInto('exclusion')
      .values({
        import_id: leie,
        id: e.id,
        npi: e.npi ?? null,
        last_key: nameKey(e.last ?? ''),
        first_key: nameKey(e.first ?? ''),
        first_initial: nameKey(e.first ?? '').slice(0, 1),
        business_key: nameKey(e.business ?? ''),
        born_on: e.bornOn ?? null,
        authority: e.authority,
        excluded_on: e.excludedOn,
        reinstated_on: null,
        detail: JSON.stringify(e),
      })
      .execute()
}

/** A permit as a page would get it; throws when the policy says no. */
export async function permitFor<A extends Action>(
  db: Db,
  actor: Actor,
  action: A,
  applicationId: string,
): Promise<Permit<A>> {
  const subject = await applicationSubject(db, applicationId)
  const permit = authorize(actor, action, subject!)
  if (!permit.ok) throw new Error(permit.problem.code)
  return permit.value
}

interface Filed {
  readonly file?: File
  readonly receivedOn?: Day
  readonly enrollmentId?: string
  readonly basisOrdinal?: number
  readonly chosenTasks?: readonly string[]
}

/** Signs and submits a file for Dr. Vega; returns the application's id. */
export async function fileApplication(db: Db, world: DeskWorld, now: Date, filed: Filed = {}): Promise<string> {
  const { file = drVega, receivedOn = day('2026-11-24'), ...change } = filed
  const start = authorize(world.vega, 'application.start', { id: world.enrolleeId, enrolleeId: world.enrolleeId })
  if (!start.ok) throw new Error('she may start')
  const id = await transact(db, async (tx) => {
    const applicationId = await insertApplication(
      tx,
      start.value,
      {
        form: cms855i.id,
        edition: cms855i.edition,
        reason: change.enrollmentId ? 'change' : 'initial',
        state: 'IL',
        contractorId,
        signerId: world.vega.userId,
        prefilled: [],
        ...change,
      },
      now,
    )
    for (const [sectionId, items] of Object.entries(file))
      for (const item of items) {
        const split = splitRestricted(sectionOf(cms855i, sectionId)!, item.answers)
        await saveItem(
          tx,
          applicationId,
          { sectionId, itemId: item.id, ...split, seenVersion: undefined },
          world.vega,
          now,
        )
      }
    return applicationId
  })
  await submitAgain(db, world, id, file, now, receivedOn)
  return id
}

/** Signs the file as the next submission; answers a development request when one is open. */
export async function submitAgain(
  db: Db,
  world: DeskWorld,
  applicationId: string,
  file: File,
  now: Date,
  receivedOn: Day,
): Promise<void> {
  const permit = await permitFor(db, world.vega, 'application.sign', applicationId)
  const text = canonicalJson({
    record: 1,
    form: cms855i.id,
    formTitle: cms855i.id,
    edition: cms855i.edition,
    reasonTitle: 'Initial enrollment',
    contractor: contractorId,
    npi: vegaNpi,
    practitioner: 'Rosa Maria Vega',
    state: 'IL',
    lang: 'en',
    answers: file,
    sections: [],
    documents: [],
    preflight: [],
    replies: [],
    attestation: { version: '1', title: 'Signature', statement: [], penalties: [], agree: 'I agree' },
  })
  await transact(db, async (tx) => {
    const locked = await lockApplication(tx, permit)
    const ordinal = await insertSubmission(
      tx,
      permit,
      {
        edition: cms855i.edition,
        text,
        sha256: createHash('sha256').update(text).digest('hex'),
        attestationVersion: '1',
        signerName: 'Rosa Maria Vega',
        receivedOn,
        idempotencyKey: randomUUID(),
      },
      now,
    )
    const first = ordinal === 1
    const moved = await moveApplication(
      tx,
      locked,
      first
        ? { event: 'submit', dueOn: null, receivedOn, trackingNumber: randomUUID().slice(0, 19).toUpperCase() }
        : { event: 'answer-development', dueOn: null },
      world.vega,
      now,
    )
    if (!moved.ok) throw new Error(moved.problem.code)
  })
}
