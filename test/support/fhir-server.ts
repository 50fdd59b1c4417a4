/** The directory of the small record of test/support/directory.ts, published and served. */
import { randomUUID } from 'node:crypto'
import Fastify, { type FastifyInstance } from 'fastify'
import { apiRoutes } from '#api/index.ts'
import type { ApiParts } from '#api/kit/route.ts'
import { authorize, type Permit, systemActor } from '#domain/access/policy.ts'
import { type MovableClock, movableClock } from '#outside/clock.ts'
import type { Services, Site } from '#outside/services.ts'
import { createEligibilityKeeper, type EligibilityKeeper } from '#use-cases/eligibility/keep-snapshot.ts'
import { publishNow } from '#use-cases/fhir/publish-now.ts'
import { type TestDatabase, testDatabase } from './database.ts'
import { fillDirectory, vega } from './directory.ts'

export const systemPermit = (): Permit<'system.run'> => {
  const permit = authorize(systemActor, 'system.run', { id: 'test' })
  if (!permit.ok) throw new Error('the system may run')
  return permit.value
}

export const fhirSite = {
  product: 'OpenPECOS',
  agency: 'Agency of Health',
  origin: 'https://enroll.example',
  demo: true,
  helpDesk: { phone: '8005550100', email: 'help@enroll.example', hours: 'always' },
} satisfies Site

export interface FhirServer {
  readonly t: TestDatabase
  readonly app: FastifyInstance
  readonly keeper: EligibilityKeeper
  readonly clock: MovableClock
  /** Brings snapshot and directory up to date; returns how many steps that took. */
  publish(): Promise<number>
  /** `body` is undefined where there is no JSON. */
  get(
    path: string,
    headers?: Record<string, string>,
  ): Promise<{ status: number; headers: Record<string, unknown>; body: Answered; text: string }>
  close(): Promise<void>
}
// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of many shapes
export type Answered = any

export async function fhirServer(limits?: ApiParts['limits']): Promise<FhirServer> {
  const t = await testDatabase()
  await fillDirectory(t)
  await approveOnApplication(t)
  const clock = movableClock()
  clock.moveTo(new Date('2026-03-01T15:00:00Z'))
  const keeper = await createEligibilityKeeper(t.db, clock)
  const app = Fastify()
  apiRoutes({
    db: t.db,
    services: { site: fhirSite, clock } as unknown as Services,
    keeper,
    ...(limits && { limits }),
  })(app)
  await app.ready()
  const publish = async () => {
    await keeper.refreshNow()
    return publishNow(t.db, systemPermit(), { site: fhirSite, snapshot: keeper.current }, clock.now())
  }
  await publish()
  return {
    t,
    app,
    keeper,
    clock,
    publish,
    async get(path, headers = {}) {
      const url = path.startsWith('http') ? path.slice(fhirSite.origin.length) : `/fhir/r4${path}`
      const reply = await app.inject({ url, headers })
      const isJson = /[/+]json/.test(String(reply.headers['content-type']))
      return {
        status: reply.statusCode,
        headers: reply.headers,
        body: isJson ? reply.json() : undefined,
        text: reply.body,
      }
    },
    async close() {
      keeper.stop()
      await app.close()
      await t.close()
    },
  }
}

/** Rosa's enrollment was approved on an application that was checked; one check found something that was cleared. */
async function approveOnApplication({ pool }: TestDatabase): Promise<void> {
  const [application, user] = [randomUUID(), randomUUID()]
  const { rows } = await pool.query('select id from enrollee where npi = $1', [vega.npi])
  await pool.query(
    `insert into application (id, form, edition, reason, enrollee_id, enrollment_id, state, contractor_id, status,
       status_since, prefilled, created_by, created_at, updated_at)
     values ($1, 'CMS-855I', '1', 'initial', $2, $3, 'WI', 'lakes', 'approved', now(), '[]', $4, now(), now())`,
    [application, rows[0].id, vega.enrollmentId, user],
  )
  await pool.query(
    `insert into submission (id, application_id, ordinal, edition, sealed_document, document_sha256, attestation_version,
       signer_id, signer_name, signed_at, received_on, idempotency_key)
     values ($1, $2, 1, '1', '', '', '1', $3, 'Rosa Secret Vega', '2026-01-02T10:00:00Z', '2026-01-02', 'x')`,
    [randomUUID(), application, user],
  )
  await pool.query(
    `insert into enrollment_version (enrollment_id, ordinal, effective_from, known_from, answers, application_id)
     values ($1, 1, '2026-01-05', '2026-01-10T15:00:00Z', '{"birth":[{"id":"-","answers":{"bornOn":"1980-01-01"}}],"new-patients":[{"id":"-","answers":{"accepting":"no"}}]}', $2)`,
    [vega.enrollmentId, application],
  )
  const check = (id: string, outcome: string, source: string) =>
    pool.query(
      `insert into screening_check (id, application_id, submission_ordinal, check_id, subject, outcome, evidence,
         evidence_sha256, source, source_as_of, ran_at, ran_by)
       values ($1, $2, 1, $3, 'applicant', $4, '{}', '', $5, '2026-01-01', '2026-01-03T10:00:00Z', 'system')`,
      [randomUUID(), application, id, outcome, source],
    )
  await check('exclusion', 'clear', 'leie')
  await check('npi-name', 'same', 'nppes')
  await check('death', 'match', 'death-file')
}
