/** What does not come from our own pages: wrong methods and kinds of content, broken forms, addresses that nobody has. */
import type { InjectOptions } from 'fastify'
import { h } from 'preact'
import { expect, test } from 'vitest'
import type { Db } from '#db/db.ts'
import type { Services } from '#outside/services.ts'
import { csrfToken } from './forgery.ts'
import { nobodysOwn, page } from './page.ts'
import { show } from './reply.ts'
import { createServer } from './server.tsx'

const csrfKey = new Uint8Array(32)
const faults: unknown[] = []
const body = async () => show('Shown', h('h1', {}, 'Shown'))
const app = await createServer({
  db: {} as Db,
  services: {
    clock: { now: () => new Date('2026-05-01T12:00:00Z') },
    site: {
      origin: 'http://127.0.0.1',
      demo: true,
      product: 'P',
      agency: 'A',
      helpDesk: { phone: '', email: '', hours: '' },
    },
    wake: () => {},
  } as unknown as Services,
  pages: [
    page({ path: '/look', action: 'public.view', subject: nobodysOwn, query: ['name'], get: body }),
    page({ path: '/look/:id', action: 'public.view', subject: () => undefined, get: body }),
    page({
      path: '/say',
      action: 'help.ask',
      subject: nobodysOwn,
      post: { fields: ['words'], handle: body },
    }),
  ],
  routes: [],
  csrfKey,
  assets: '/tmp',
  build: 'test',
  visitorOf: async () => undefined,
  recordAccess: async () => {},
  onFault: (fault) => void faults.push(fault),
})

const visitor = 'v'.repeat(43)
const csrf = csrfToken(csrfKey, visitor)
const cookies = { 'openpecos-visitor': visitor }
const ask = async (asked: InjectOptions) => {
  const answer = await app.inject({ ...asked, cookies })
  expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
  expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
  expect(answer.body).toMatch(/<title>.+<\/title>[\s\S]*<h1>.+<\/h1>/)
  expect(faults).toEqual([])
  return answer
}
const form = (payload: string | Buffer, type = 'application/x-www-form-urlencoded'): InjectOptions => ({
  method: 'POST',
  url: '/say',
  headers: { 'content-type': type },
  payload,
})
const part = (name: string, value: string) =>
  `--b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
const parts = (words: string, end = '--b--\r\n') =>
  form(part('csrf', csrf) + part('words', words) + end, 'multipart/form-data; boundary=b')

test.each<[string, InjectOptions, number, string?]>([
  ['a form', form(`csrf=${csrf}&words=%F0%9F%98%80`), 200],
  ['a form in parts', parts('שלום'), 200],
  ['a field that nobody declared', form(`csrf=${csrf}&word=1`), 400, 'word'],
  ['a field twice', form(`csrf=${csrf}&words=1&words=2`), 400, 'words'],
  ['a NUL', form(`csrf=${csrf}&words=a%00b`), 400, 'words'],
  ['a NUL asked for', { url: '/look?name=%00' }, 400, 'name'],
  ['a parameter that nobody declared', { url: '/look?nam=1' }, 400, 'nam'],
  ['a field of a megabyte in parts', parts('x'.repeat(900_000)), 413, 'words'],
  ['a form of more than a megabyte', form(`words=${'x'.repeat(1_100_000)}`), 413],
  ['JSON', form(JSON.stringify({ csrf, words: 5 }), 'application/json'), 415],
  ['plain text', form('words', 'text/plain'), 415],
  ['XML', form('<words/>', 'application/xml'), 415],
  ['JSON that is none', form('{"words":', 'application/json'), 400],
  ['parts without a boundary', form('words', 'multipart/form-data'), 400, 'did not arrive whole'],
  ['parts without an end', parts('a', ''), 400, 'did not arrive whole'],
  ['nothing at all', { method: 'POST', url: '/say' }, 403],
  ['an address that cannot be decoded', { url: '/%ff' }, 404],
  ['a very long address', { url: `/look/${'x'.repeat(9_000)}` }, 404],
])('%s is answered in words', async (_, asked, status, said) => {
  const answer = await ask(asked)
  expect(answer.statusCode).toBe(status)
  if (said) expect(answer.body).toContain(said)
})

test.each<['POST' | 'PUT' | 'GET' | 'DELETE', string, string]>([
  ['POST', '/look', 'GET, HEAD'],
  ['DELETE', '/look/7', 'GET, HEAD'],
  ['GET', '/say', 'POST'],
  ['PUT', '/say/?a=1', 'POST'],
])('%s %s is told what the address takes', async (method, url, allow) => {
  const answer = await ask({ method, url })
  expect([answer.statusCode, answer.headers.allow]).toEqual([405, allow])
})
