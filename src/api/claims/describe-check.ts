/** What /openapi.json says of the claim check, whose body is a stream and so no list of parameters. Pure. */
import { apiProblems } from '../kit/problem.ts'
import { apiMegabytes, claimAnswers } from './check-route.ts'

const problems = ['not-readable', 'not-acceptable', 'too-large', 'nothing-to-answer', 'busy', 'fault'] as const

const sum = {
  type: 'object',
  properties: { claims: { type: 'integer' }, cents: { type: 'integer' } },
  required: ['claims', 'cents'],
}

export const claimCheckOperation = {
  operationId: 'checkClaims',
  summary: 'Which claims of an 837 or CSV file would enrollment hold up, and who can mend it?',
  description: `The file is the body, up to ${apiMegabytes} MB. It is judged in memory while it arrives and never stored or logged. Accept chooses the answer.`,
  'x-roles': ['anyone'],
  security: [],
  requestBody: {
    required: true,
    content: {
      'application/edi-x12': { schema: { type: 'string', format: 'binary' } },
      'text/csv': { schema: { type: 'string', format: 'binary' } },
    },
  },
  responses: {
    200: {
      description: 'The answer',
      content: {
        'application/json': {
          schema: {
            type: 'object',
            properties: {
              claims: sum,
              clear: sum,
              atRisk: { ...sum, description: 'Each claim once, however many reasons it has' },
              unknown: sum,
              look: sum,
              findings: { type: 'integer' },
              faults: { type: 'integer' },
              byCause: { type: 'array', items: { type: 'object' } },
              byProvider: { type: 'array', items: { type: 'object' } },
              fixFirst: { type: 'array', items: { type: 'object' } },
              structure: { type: 'array', items: { type: 'object' } },
              firstFindings: { type: 'array', items: { type: 'object' } },
            },
            required: ['claims', 'clear', 'atRisk', 'unknown', 'look', 'findings', 'faults'],
          },
        },
        'text/csv': { schema: { type: 'string' } },
        [claimAnswers['999']]: { schema: { type: 'string' } },
        [claimAnswers['277ca']]: { schema: { type: 'string' } },
      },
    },
    ...Object.fromEntries(
      problems.map((code) => [apiProblems[code].status, { $ref: `#/components/responses/${code}` }]),
    ),
  },
}
