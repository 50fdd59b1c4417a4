/**
 * For whoever runs the site: is it alive, may it take traffic, and a few numbers for Prometheus.
 * Nothing here names a person, an address or a fault's text.
 */
import type { FastifyInstance } from 'fastify'
import { listMigrations, type OutboxState, outboxState } from '#db/queries/health.ts'
import { authorize, type Permit, systemActor } from '#domain/access/policy.ts'
import type { ApiParts } from './kit/route.ts'
import { sendJson } from './kit/route.ts'

/** A snapshot that nobody confirmed for so long is stale: the feed no longer works. */
const STALE_MS = 10_000

export function healthRoutes(app: FastifyInstance, parts: ApiParts, counter: RequestCounter): void {
  app.get('/livez', (_, reply) => sendJson(reply, { status: 'ok' }))
  app.get('/readyz', async (_, reply) => {
    const checks = await readiness(parts)
    const ready = Object.values(checks).every((c) => c === 'ok')
    return sendJson(reply.code(ready ? 200 : 503), { status: ready ? 'ok' : 'not-ready', checks })
  })
  if (parts.metricsElsewhere) return
  app.get('/metrics', async (_, reply) => {
    const text = metricsText(parts, counter.counts, await outboxState(parts.db, systemPermit()).catch(() => undefined))
    return reply.header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8').send(text)
  })
}

type Check = 'ok' | 'unavailable' | 'behind' | 'stale'

async function readiness({ db, keeper, services, migrations }: ApiParts): Promise<Readonly<Record<string, Check>>> {
  const applied = await listMigrations(db, systemPermit()).catch(() => undefined)
  const age = services.clock.now().getTime() - keeper.status().checkedAt.getTime()
  return {
    database: applied ? 'ok' : 'unavailable',
    migrations: !applied ? 'unavailable' : (migrations ?? []).every((m) => applied.includes(m)) ? 'ok' : 'behind',
    // A clock that a demonstration moved looks like age for one poll; it is not a fault before the poll after.
    snapshot: keeper.status().fault !== undefined && age > STALE_MS ? 'stale' : 'ok',
  }
}

type Counts = ReadonlyMap<string, number>

/** Counts answers by route template (never by address, which holds NPIs and names), method and status. */
export interface RequestCounter {
  readonly counts: Counts
  count(method: string, route: string | undefined, status: number): void
}

export function requestCounter(): RequestCounter {
  const routes = new Map<string | undefined, Map<string, Map<number, number>>>()
  return {
    get counts() {
      const all = [...routes].flatMap(([route, methods]) =>
        [...methods].flatMap(([method, statuses]) =>
          [...statuses].map(
            ([status, n]) => [`method="${method}",route="${route ?? 'none'}",status="${status}"`, n] as const,
          ),
        ),
      )
      return new Map(all)
    },
    // Labels are put together when somebody looks: every answer comes by here.
    count(method, route, status) {
      const statuses = within(within(routes, route), method)
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
    },
  }
}

function within<K, A, B>(map: Map<K, Map<A, B>>, key: K): Map<A, B> {
  let inner = map.get(key)
  if (!inner) {
    inner = new Map()
    map.set(key, inner)
  }
  return inner
}

/** What counts its answers itself: the API, FHIR, the registry's address and tokens. */
const COUNTS_ITSELF = /^\/(api|fhir|oauth\/token)(?=[/?]|$)/

/**
 * Counts what is answered outside the API, which counts for itself. Fastify gives a hook
 * to every part of the server, however late it is added, so the hook looks whose answer it is.
 */
export function countPages(app: FastifyInstance, { count }: RequestCounter): void {
  app.addHook('onResponse', (request, reply, done) => {
    if (!COUNTS_ITSELF.test(request.url)) count(request.method, request.routeOptions.url, reply.statusCode)
    done()
  })
}

function metricsText({ keeper, services }: ApiParts, counts: Counts, outbox: OutboxState | undefined): string {
  const now = services.clock.now().getTime()
  const { version, enrollments, changes } = keeper.current()
  const status = keeper.status()
  const seconds = (since: Date) => Math.max(0, (now - since.getTime()) / 1000)
  const gauges: readonly (readonly [name: string, help: string, value: number | undefined])[] = [
    ['openpecos_snapshot_sequence', 'Last change contained in the eligibility snapshot', version.sequence],
    ['openpecos_snapshot_enrollments', 'Enrollments in its columns', enrollments],
    ['openpecos_snapshot_changes', 'NPIs changed since its columns were built', changes.size],
    ['openpecos_snapshot_age_seconds', 'Since the database last confirmed it', seconds(status.checkedAt)],
    ['process_resident_memory_bytes', 'Memory of this process', process.memoryUsage.rss()],
    ['process_uptime_seconds', 'Since this process started', process.uptime()],
    ['openpecos_outbox_waiting', 'Messages not sent yet', outbox?.waiting],
    ['openpecos_outbox_failed', 'Messages given up', outbox?.failed],
    [
      'openpecos_outbox_oldest_seconds',
      'Age of the oldest that waits',
      outbox && (outbox.oldest ? seconds(outbox.oldest) : 0),
    ],
  ]
  return [
    ...gauges.flatMap(([name, help, value]) =>
      value === undefined ? [] : [`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, `${name} ${value}`],
    ),
    '# HELP openpecos_http_requests_total Answers by route',
    '# TYPE openpecos_http_requests_total counter',
    ...[...counts].map(([labels, n]) => `openpecos_http_requests_total{${labels}} ${n}`),
    '',
  ].join('\n')
}

function systemPermit(): Permit<'system.run'> {
  const permit = authorize(systemActor, 'system.run', { id: 'health' })
  if (!permit.ok) throw new Error('the system may look at itself')
  return permit.value
}
