/**
 * Composition: the only file that sees everything. `main` is what `npm start` runs; `startPortal` is the
 * same without a process around it, for the journeys.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { demoControl } from '#api/demo-control.ts'
import { requestCounter } from '#api/health.ts'
import { apiRoutes, describeApi } from '#api/index.ts'
import { mailReports } from '#api/mail-reports.ts'
import { startMetricsServer } from '#api/metrics-server.ts'
import { paymentMessages } from '#api/payment-messages.ts'
import { wellKnown } from '#api/well-known.ts'
import { connect } from '#db/kit/connect.ts'
import { migrate } from '#db/kit/migrate.ts'
import { openVault } from '#db/kit/vault.ts'
import { visitorOf } from '#db/queries/access/sessions.ts'
import { recordAccess } from '#db/records/access/access-records.ts'
import { countPasskeysElsewhere } from '#db/records/access/passkeys.ts'
import { findTimedOut } from '#db/records/access/sessions.ts'
import { findSetting, saveSetting } from '#db/records/settings.ts'
import { seedDemo } from '#demo/seed.ts'
import { startJobs } from '#jobs/runner.ts'
import { movableClock, systemClock } from '#outside/clock.ts'
import { ensureDatabase, repositoryRoot, startEmbeddedPostgres } from '#outside/embedded-postgres/embedded-postgres.ts'
import { bucketFiles } from '#outside/files/bucket-files.ts'
import { folderFiles } from '#outside/files/folder-files.ts'
import { openIdConnect } from '#outside/identity/openid-connect.ts'
import { publishedKeys } from '#outside/identity/published-keys.ts'
import { openLeakedPasswords } from '#outside/leaked-passwords.ts'
import { carrierFor, demoCarrier, smtpCarrier } from '#outside/mail/carrier.ts'
import { smsCarrier, voiceCarrier } from '#outside/mail/phone-provider.ts'
import { clamd } from '#outside/malware/clamd.ts'
import { openPasswords, productionCost, testCost } from '#outside/passwords.ts'
import { paymentPage } from '#outside/payments/payment-page.ts'
import { openSecrets } from '#outside/secrets.ts'
import type { Services } from '#outside/services.ts'
import { findKeptForm, keepForm, strongestOf } from '#use-cases/account/sign-in/kept-form.ts'
import { allowedMethods } from '#use-cases/admin/allowed-methods.ts'
import { createEligibilityKeeper } from '#use-cases/eligibility/keep-snapshot.ts'
import { sendOnce } from '#use-cases/forms/send-once.ts'
import { settleKeys } from '#use-cases/keys/settle-keys.ts'
import { createServer } from '#web/kit/server.tsx'
import { type Config, readConfig } from './config.ts'
import { masterKey } from './master-key.ts'
import { everyPage } from './pages.ts'

const DATABASE = 'openpecos'
/** Where a moved demonstration clock stands, so that a restart does not jump back in time. */
const CLOCK_AHEAD = 'demo.clock-ahead'

export interface Portal {
  readonly app: FastifyInstance
  readonly address: string
  readonly databasePid: number | undefined
  stop(): Promise<void>
}

interface StartOptions {
  readonly log?: (line: string) => void
  /** Fewer invented people, and cheaper password hashes: for the journeys. */
  readonly small?: boolean
  /** Where the clock of the demonstration stands before anything is seeded. */
  readonly clockAt?: Date
}

/** Throws, with the database stopped again, when something keeps the portal from starting: a wrong key, a port in use. */
export async function startPortal(config: Config, options: StartOptions = {}): Promise<Portal> {
  const { log = () => {}, small = false } = options
  const postgres = config.databaseUrl
    ? undefined
    : await startEmbeddedPostgres(config.dataDir, { log, durable: !small })
  try {
    return await startOver(postgres, config, options)
  } catch (fault) {
    await postgres?.stop()
    throw fault
  }
}

async function startOver(
  postgres: Awaited<ReturnType<typeof startEmbeddedPostgres>> | undefined,
  config: Config,
  { log = () => {}, small = false, clockAt }: StartOptions,
): Promise<Portal> {
  const root = repositoryRoot()
  const keys = masterKey(config)
  const url = config.databaseUrl ?? postgres!.url(DATABASE)
  if (postgres) await ensureDatabase(postgres.url('postgres'), DATABASE)
  const connection = connect(url, openVault(keys.current, keys.previous))
  const { db } = connection
  const applied = await migrate(connection.pool, join(root, 'sql/migrations'))
  if (applied.length > 0) log(`database schema: ${applied.length} migrations applied`)

  const ahead = config.site.demo ? ((await findSetting(db, CLOCK_AHEAD)) as number | undefined) : undefined
  const movable = config.site.demo ? movableClock(ahead ?? 0, (now) => saveSetting(db, CLOCK_AHEAD, now)) : undefined
  if (clockAt) movable?.moveTo(clockAt)
  const clock = movable ?? systemClock
  const secrets = openSecrets(keys.current, await settleKeys(db, keys, systemClock.now()))
  const passwords = openPasswords(secrets.pepper, small ? testCost : productionCost, {
    earlier: secrets.earlier.map((e) => e.pepper),
    leaked: config.leakedPasswords ? openLeakedPasswords(config.leakedPasswords) : undefined,
  })
  const identity = { secrets, passwords }
  if (config.site.demo) await seedDemo(db, { identity, clock, dataDir: config.dataDir, site: config.site, small, log })

  const keeper = await createEligibilityKeeper(db, clock, { file: join(config.dataDir, 'eligibility.snapshot'), log })
  const carrier = carrierFor({
    email: config.mail.smtpUrl ? smtpCarrier(config.mail.smtpUrl, config.mail.from) : demoCarrier,
    sms: config.sms ? smsCarrier(config.sms) : demoCarrier,
    voice: config.voice ? voiceCarrier(config.voice) : demoCarrier,
  })
  const orphans = config.site.passkeys ? await countPasskeysElsewhere(db, config.site.passkeys.rpId) : 0
  if (orphans > 0)
    log(`${orphans} passkeys were made for another RP_ID than ${config.site.passkeys?.rpId}: they sign nobody in`)
  const onFault = (fault: unknown, where: string) =>
    log(`fault ${where}: ${fault instanceof Error ? fault.stack : String(fault)}`)
  const files = config.bucket ? bucketFiles(config.bucket) : folderFiles(join(config.dataDir, 'files'))
  const scanner = config.clamd && clamd(config.clamd)
  const jobs = await startJobs(
    url,
    {
      db,
      clock,
      carrier,
      site: config.site,
      secrets,
      eligibility: () => keeper.current(),
      files,
      ...(scanner && { scanner }),
    },
    onFault,
  )
  const payments = paymentPage(config.payments, config.site, secrets)
  const services: Services = {
    site: config.site,
    clock,
    ...(movable && { movableClock: movable }),
    files,
    ...(scanner && { scanner }),
    ...(config.identityProvider && { identityProvider: openIdConnect(config.identityProvider) }),
    publishedKeys: publishedKeys({ allowLoopback: config.site.webhooksToLoopback ?? false }),
    secrets,
    ...(payments && { payments }),
    ...(config.mailReportSecret && { mailReportSecret: config.mailReportSecret }),
    passwords,
    eligibility: () => keeper.current(),
    apiDescription: () => describeApi(config.site),
    wake: jobs.wake,
    runJobs: jobs.runAll,
  }
  const watched = {
    db,
    services,
    keeper,
    onFault,
    limits: { perAddress: config.anonymousPerMinute },
    counter: requestCounter(),
    metricsElsewhere: !config.metrics.public,
  }
  const app = await createServer({
    db,
    services,
    pages: everyPage,
    routes: [
      apiRoutes(watched),
      paymentMessages(db, services),
      mailReports(db, services),
      demoControl(db, services),
      wellKnown(services),
    ],
    csrfKey: secrets.csrf,
    assets: join(root, 'dist/public'),
    build: buildStamp(root),
    ...(config.trustedProxies && { trustProxy: config.trustedProxies }),
    visitorOf,
    recordAccess,
    sendOnce,
    allowedMethods,
    stepUp: { strongestHeld: strongestOf, keepForm, findKept: findKeptForm, timedOut: findTimedOut },
    onFault,
  })
  const address = await app.listen({ port: config.port, host: config.host })
  const metrics = config.metrics.own && (await startMetricsServer(watched, watched.counter, config.metrics.own))
  if (metrics) log(`numbers for Prometheus at ${metrics.address}/metrics`)
  // What fell due while nobody ran, and the public directory of a first start.
  jobs.wake()
  return {
    app,
    address,
    get databasePid() {
      return postgres?.pid
    },
    async stop() {
      await metrics?.close()
      await app.close()
      await jobs.stop()
      keeper.stop()
      await connection.close()
      await postgres?.stop()
    },
  }
}

/** Changes with every build of styles and scripts, so that browsers fetch them anew. */
function buildStamp(root: string): string {
  const path = join(root, 'dist/public/build.txt')
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : 'dev'
}

/** What `npm start` runs: starts, says where, stops everything on Ctrl-C or SIGTERM. */
export async function main(): Promise<void> {
  const began = performance.now()
  const log = (line: string) => console.log(line)
  let portal: Portal
  try {
    portal = await startPortal(readConfig(process.env), { log })
  } catch (fault) {
    console.error(fault instanceof Error ? fault.message : fault)
    process.exit(1)
  }
  const config = readConfig(process.env)
  log('')
  log(
    `${config.site.product} is ready at ${config.site.origin}  (${((performance.now() - began) / 1000).toFixed(1)} s)`,
  )
  log(
    `portal process ${process.pid}${portal.databasePid ? `, database process ${portal.databasePid}` : ''}; data in ${config.dataDir}`,
  )
  if (config.site.demo) {
    const { demoAccountLines } = await import('#demo/accounts/accounts.ts')
    for (const line of demoAccountLines()) log(line)
  }
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    log('stopping')
    await portal.stop()
    process.exit(0)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}
