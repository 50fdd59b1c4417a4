/** POST /oauth/token: OAuth 2.0 client credentials with private_key_jwt, in the shapes of RFC 6749 5. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { apiLimits } from '#domain/access/api/keys.ts'
import { networkOf } from '#domain/access/limits.ts'
import { issueToken } from '#use-cases/api/issue-token.ts'
import { noteApiUse } from '#use-cases/api/note-use.ts'
import type { ApiParts, Count } from '../kit/route.ts'
import { taken } from './gate.ts'
import { rateLimit } from './rate-limit.ts'

export const TOKEN_PATH = '/oauth/token'
const FORM = 'application/x-www-form-urlencoded'
const ASSERTION = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
const FIELDS = ['grant_type', 'scope', 'client_assertion_type', 'client_assertion', 'client_id']
type Fault = 'invalid_request' | 'unsupported_grant_type' | 'invalid_client' | 'invalid_scope' | 'rate_limited'
const statusOf: Partial<Record<Fault, number>> = { invalid_client: 401, rate_limited: 429 }
/** The client's own server did not answer: not a wrong key, and worth another try. */
const UNAVAILABLE =
  'The public keys could not be read at the address that is registered for this client. It must answer within 5 seconds, with status 200 and a JWK Set of at most 64 KB.'

export function oauthRoute(app: FastifyInstance, parts: ApiParts, count: Count): void {
  const limit = rateLimit(parts.limits?.perClient ?? apiLimits.requestsPerMinute)
  const send = (reply: FastifyReply, status: number, body: object) => {
    count('POST', TOKEN_PATH, status)
    return reply.code(status).header('Cache-Control', 'no-store').send(body)
  }
  app.register(async (own) => {
    own.removeContentTypeParser(FORM)
    own.addContentTypeParser(FORM, { parseAs: 'string' }, (_, text, done) => done(null, text))
    own.post(TOKEN_PATH, { bodyLimit: 16_384 }, async (request, reply) => {
      const no = (error: Fault) => send(reply, statusOf[error] ?? 400, { error })
      if (!taken(reply, limit, networkOf(request.ip))) return no('rate_limited')
      if (typeof request.body !== 'string') return no('invalid_request')
      const form = new URLSearchParams(request.body)
      const names = [...form.keys()]
      if (names.some((n, i) => !FIELDS.includes(n) || names.indexOf(n) !== i)) return no('invalid_request')
      if (form.get('grant_type') !== 'client_credentials') return no('unsupported_grant_type')
      const assertion = form.get('client_assertion')
      if (form.get('client_assertion_type') !== ASSERTION || !assertion) return no('invalid_client')
      const audience = parts.services.site.origin + TOKEN_PATH
      const now = parts.services.clock.now()
      const { publishedKeys: published } = parts.services
      const scope = form.get('scope') ?? undefined
      const given = await issueToken(parts.db, { assertion, scope, audience, published }, now)
      if ('error' in given) {
        const { error } = given
        if (error !== 'keys_unavailable') return no(error)
        return send(reply.header('Retry-After', '30'), 503, { error, error_description: UNAVAILABLE })
      }
      await noteApiUse(
        parts.db,
        { clientId: given.clientId, partyId: given.partyId, keyId: undefined },
        {
          action: 'api.token',
          path: TOKEN_PATH,
          ip: request.ip,
          userAgent: String(request.headers['user-agent'] ?? ''),
          outcome: 'done',
        },
        now,
      )
      return send(reply, 200, {
        access_token: given.token,
        token_type: 'Bearer',
        expires_in: given.seconds,
        scope: given.scopes.join(' '),
      })
    })
  })
}
