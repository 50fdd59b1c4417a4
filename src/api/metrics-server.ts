/**
 * The addresses by which machines watch the site, on a port of their own (METRICS_PORT), so that numbers about the
 * installation are not where everybody can ask. Nothing else is served there.
 */
import Fastify from 'fastify'
import { healthRoutes, type RequestCounter } from './health.ts'
import type { ApiParts } from './kit/route.ts'

export interface MetricsServer {
  readonly address: string
  close(): Promise<void>
}

/** Throws when the port is taken. */
export async function startMetricsServer(
  parts: ApiParts,
  counter: RequestCounter,
  { port, host }: { readonly port: number; readonly host: string },
): Promise<MetricsServer> {
  const app = Fastify({ logger: false, requestTimeout: 10_000, connectionTimeout: 10_000 })
  healthRoutes(app, { ...parts, metricsElsewhere: false }, counter)
  const address = await app.listen({ port, host })
  return { address, close: () => app.close() }
}
