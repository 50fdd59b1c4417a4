/** The servers that are measured, each in a thread of its own, so that the client has the other core. */
import { createServer as createHttp } from 'node:http'
import { join } from 'node:path'
import { parentPort, Worker, workerData } from 'node:worker_threads'
import Fastify, { type FastifyInstance } from 'fastify'
import pg from 'pg'
import { apiRoutes } from '#api/index.ts'
import type { Db } from '#db/db.ts'
import { connect } from '#db/kit/connect.ts'
import { openVault } from '#db/kit/vault.ts'
import { visitorOf } from '#db/queries/access/sessions.ts'
import { applicationSubject } from '#db/queries/application/applications.ts'
import { recordAccess } from '#db/records/access/access-records.ts'
import { nationalSnapshot } from '#demo/national/national-snapshot.ts'
import { sectionOf } from '#forms/kit/form.ts'
import { ONLY_ITEM } from '#forms/kit/section.ts'
import { systemClock } from '#outside/clock.ts'
import { repositoryRoot } from '#outside/embedded-postgres/embedded-postgres.ts'
import { folderFiles } from '#outside/files/folder-files.ts'
import { openPasswords } from '#outside/passwords.ts'
import { openSecrets } from '#outside/secrets.ts'
import type { Services } from '#outside/services.ts'
import { createEligibilityKeeper } from '#use-cases/eligibility/keep-snapshot.ts'
import { type AnyPage, nobodysOwn, page } from '#web/kit/page.ts'
import { createServer } from '#web/kit/server.tsx'
import { askItem } from '#web/portal/application/ask-section.tsx'
import { sectionPage } from '#web/portal/application/section-page.tsx'
import { wholeApplication } from '#web/portal/application/whole-application.ts'
import { dashboardPage } from '#web/portal/dashboard-page.tsx'
import { publicPages } from '#web/public/index.ts'
import { en } from '#words/index.ts'
import { STANDING } from './eligibility/standing-table.ts'
import { masterKey, permitOf, type World } from './world.ts'

export const LOADED_PAGE = '/bench/section'

export interface Server {
  readonly port: number
  /** Of its thread; the database's work is not in it. */
  processorSeconds(): Promise<number>
  stop(): Promise<unknown>
}
type Order =
  | { readonly kind: 'hello' }
  | { readonly kind: 'fastify' }
  | { readonly kind: 'select'; readonly url: string }
  /** With the record of an invented nation of that scale, or that of the demonstration. */
  | { readonly kind: 'portal'; readonly world: World; readonly nation?: number }

/** Starts a server in a thread and waits until it listens. `program` is the bench itself, which calls `serve` there. */
export function start(program: URL, order: Order): Promise<Server> {
  const worker = new Worker(program, { workerData: order })
  const next = <T>() => new Promise<T>((resolve) => worker.once('message', resolve))
  return new Promise((resolve, reject) => {
    worker.once('error', reject)
    worker.once('message', (port: number) =>
      resolve({
        port,
        processorSeconds() {
          const answer = next<number>()
          worker.postMessage('processor')
          return answer
        },
        stop: () => worker.terminate(),
      }),
    )
  })
}

/** In the thread. */
export async function serve(): Promise<void> {
  const order = workerData as Order
  const port = await portOf(order)
  parentPort!.on('message', () => {
    const { user, system } = process.threadCpuUsage()
    parentPort!.postMessage((user + system) / 1e6)
  })
  parentPort!.postMessage(port)
}

async function portOf(order: Order): Promise<number> {
  if (order.kind === 'hello') return hello()
  if (order.kind === 'portal') return portal(order.world, order.nation)
  return order.kind === 'fastify' ? fastifyHello() : fastifySelect(order.url)
}

/** As long as the answers of an API are at their shortest. */
const HELLO = JSON.stringify({ hello: 'world', more: 'x'.repeat(120) })

function hello(): Promise<number> {
  const server = createHttp((_, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': String(HELLO.length) })
    response.end(HELLO)
  })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port))
  })
}

async function listening(app: FastifyInstance): Promise<number> {
  await app.listen({ port: 0, host: '127.0.0.1' })
  return (app.server.address() as { port: number }).port
}

function fastifyHello(): Promise<number> {
  const app = Fastify()
  app.get('/', (_, reply) => reply.header('Content-Type', 'application/json').send(HELLO))
  return listening(app)
}

/** What one would build: a prepared select by the key, from a pool of ten connections. */
function fastifySelect(url: string): Promise<number> {
  const app = Fastify()
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  const text = `select npi, from_on::text, to_on::text from ${STANDING} where npi = $1`
  app.get<{ Querystring: { npi: string } }>('/', async (request) => {
    const { rows } = await pool.query({ name: 'standing', text, values: [request.query.npi] })
    return { npi: request.query.npi, enrolled: rows[0] !== undefined, ...rows[0] }
  })
  return listening(app)
}

async function portal(world: World, nation?: number): Promise<number> {
  const { db } = connect(world.url, openVault(masterKey))
  const secrets = openSecrets(masterKey)
  const kept = await createEligibilityKeeper(db, systemClock)
  const snapshot = nation === undefined ? undefined : nationalSnapshot(nation).snapshot
  const keeper = snapshot ? { ...kept, current: () => snapshot } : kept
  const services: Services = {
    site: {
      product: 'OpenPECOS',
      agency: 'Bench',
      origin: 'http://127.0.0.1',
      demo: true,
      helpDesk: { phone: '', email: '', hours: '' },
    },
    clock: systemClock,
    files: folderFiles(join(world.folder, 'files')),
    secrets,
    passwords: openPasswords(secrets.pepper),
    eligibility: () => keeper.current(),
    wake: () => {},
    runJobs: async () => {},
  }
  const loaded = await loadedPage(db, world)
  const app = await createServer({
    db,
    services,
    pages: [...publicPages, dashboardPage, sectionPage, loaded],
    routes: [apiRoutes({ db, services, keeper })],
    csrfKey: secrets.csrf,
    assets: join(repositoryRoot(), 'dist/public'),
    build: 'bench',
    visitorOf,
    recordAccess,
    onFault: (fault) => console.error(fault),
  })
  return listening(app)
}

/**
 * A page of a form with everything already loaded: what drawing, layout and HTTP cost without the database.
 * It is the portal's own section page from the point where its reads have been answered.
 */
async function loadedPage(db: Db, { applicationId, actor }: World): Promise<AnyPage> {
  const subject = await applicationSubject(db, applicationId)
  if (!subject) throw new Error('the bench has no application')
  const permit = permitOf(actor, 'application.edit', subject)
  const whole = await wholeApplication({ db, permit, now: systemClock.now(), w: en })
  const section = sectionOf(whole.form, 'correspondence')!
  const title = whole.words.sections[section.id]!.title
  const item = { whole, section, title, itemId: ONLY_ITEM, stored: whole.file[section.id]?.[0] }
  return page({
    path: LOADED_PAGE,
    action: 'public.view',
    subject: nobodysOwn,
    get: async (ask) => askItem({ ...ask, permit, subject }, item),
  })
}
