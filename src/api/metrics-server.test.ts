import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { readConfig } from '../config.ts'
import { healthRoutes, requestCounter } from './health.ts'
import type { ApiParts } from './kit/route.ts'

const production = {
  NODE_ENV: 'production',
  ORIGIN: 'https://enroll.example',
  MASTER_KEY: 'a'.repeat(64),
  SMTP_URL: 'smtp://mail.example',
}

test.each([
  ['a demonstration has them on its own port', {}, { public: true, own: undefined }],
  ['production has them nowhere, unless it says where', production, { public: false, own: undefined }],
  [
    'on a port of their own',
    { ...production, METRICS_PORT: '9464' },
    { public: false, own: { port: 9464, host: '127.0.0.1' } },
  ],
  [
    'on another host, in a demonstration too',
    { METRICS_PORT: '9464', METRICS_HOST: '10.0.0.5' },
    { public: false, own: { port: 9464, host: '10.0.0.5' } },
  ],
])('%s', (_, env, expected) => {
  const { metrics } = readConfig(env)
  expect(metrics).toEqual(expected)
})

test('the port of the portal is refused', () => {
  expect(() => readConfig({ PORT: '8080', METRICS_PORT: '8080' })).toThrow('METRICS_PORT must be another than PORT')
})

test('where they are elsewhere the public port knows no such address, and still says whether it lives', async () => {
  const app = Fastify()
  healthRoutes(app, { metricsElsewhere: true } as ApiParts, requestCounter())
  expect((await app.inject('/metrics')).statusCode).toBe(404)
  expect((await app.inject('/livez')).statusCode).toBe(200)
})
