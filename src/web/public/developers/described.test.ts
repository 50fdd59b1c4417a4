import { expect, test } from 'vitest'
import { type Described, operationsOf } from './described.ts'

const described: Described = {
  servers: [{ url: 'https://x.example/api/v1' }],
  paths: {
    '/rosters/{id}': {
      put: {
        operationId: 'replaceRoster',
        summary: 'Another list',
        'x-scope': 'rosters',
        parameters: [{ name: 'id', in: 'path', required: true, description: 'The id' }],
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/NewRoster' } } } },
        responses: {
          '200': { content: { 'application/json': { schema: { $ref: '#/components/schemas/Roster' } } } },
          '404': { $ref: '#/components/responses/not-found' },
          '422': { 'x-codes': ['refused', 'idempotency-key-reused'] },
        },
      },
    },
    '/roster/check': {
      post: {
        operationId: 'checkRoster',
        summary: 'CSV in, CSV out',
        requestBody: { content: { 'text/csv': { schema: { type: 'string' } } } },
        responses: { '200': { content: { 'text/csv': { schema: { type: 'string' } } } } },
      },
    },
  },
  components: {
    schemas: {
      NewRoster: {
        type: 'object',
        properties: { name: { type: 'string' }, npis: { type: 'array', items: { type: 'string' } } },
        required: ['name', 'npis'],
      },
      Change: { type: 'object', description: 'What changed' },
      Roster: {
        type: 'object',
        properties: {
          rows: { type: 'integer', description: 'How many' },
          changes: { type: 'array', items: { $ref: '#/components/schemas/Change' } },
          last: { anyOf: [{ $ref: '#/components/schemas/Change' }, { type: 'null' }] },
          answer: { enum: ['yes', 'no'] },
        },
        required: ['rows'],
      },
    },
    responses: { 'not-found': { description: 'Not found', 'x-status': 404 } },
  },
}

test('what goes in, what comes out, what it refuses', () => {
  const [put, post] = operationsOf(described)
  expect(put!.sent).toEqual([
    { name: 'name', kind: 'string', needed: true, meaning: '' },
    { name: 'npis', kind: 'list of string', needed: true, meaning: '' },
  ])
  expect(put!.answered).toEqual([
    { name: 'rows', kind: 'integer', needed: true, meaning: 'How many' },
    { name: 'changes', kind: 'list of Change', needed: false, meaning: '' },
    { name: 'last', kind: 'Change | null', needed: false, meaning: '' },
    { name: 'answer', kind: 'yes | no', needed: false, meaning: '' },
  ])
  expect(put!.codes).toEqual(['not-found', 'refused', 'idempotency-key-reused'])
  expect([post!.sent, post!.answered, post!.codes]).toEqual([[], [], []])
})

test('a command that asks it', () => {
  const [put, post] = operationsOf(described)
  expect(put!.curl).toContain('curl "https://x.example/api/v1/rosters/ID" \\\n  -X PUT')
  expect(put!.curl).toContain('Authorization: Bearer $KEY')
  expect(post!.curl).toContain('--data-binary @file')
})
