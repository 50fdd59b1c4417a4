/**
 * What programs look for at fixed addresses of every site: robots.txt (RFC 9309), security.txt (RFC 9116), the icon, and
 * where passwords are changed (W3C, a well-known URL for changing passwords). Open to anyone; nothing here names a person.
 */
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Services, Site } from '#outside/services.ts'

const DAY_MS = 86_400_000
/** RFC 9116, 2.5.5 advises less than a year; it is written anew whenever it is asked for. */
const GOOD_FOR_DAYS = 180

export const wellKnown =
  ({ site, clock }: Pick<Services, 'site' | 'clock'>) =>
  (app: FastifyInstance): void => {
    app.get('/robots.txt', (_, reply) => text(reply, robots(site)))
    app.get('/.well-known/security.txt', (_, reply) => text(reply, security(site, clock.now())))
    app.get('/favicon.ico', (_, reply) => reply.redirect('/assets/icon.svg', 302))
    app.get('/.well-known/change-password', (_, reply) => reply.redirect('/account/password', 302))
  }

/** People of a demonstration are invented: no search engine should find them. Answers and searches are no pages either. */
const robots = ({ demo }: Site): string =>
  ['User-agent: *', ...(demo ? ['/'] : ['/api/', '/fhir/', '/lookup?', '/lists/']).map((p) => `Disallow: ${p}`)].join(
    '\n',
  )

const security = ({ origin, helpDesk }: Site, now: Date): string =>
  [
    `Contact: mailto:${helpDesk.email}`,
    `Expires: ${new Date(now.getTime() + GOOD_FOR_DAYS * DAY_MS).toISOString().replace(/\.\d+/, '')}`,
    'Preferred-Languages: en',
    `Canonical: ${origin}/.well-known/security.txt`,
  ].join('\n')

const text = (reply: FastifyReply, lines: string): FastifyReply =>
  reply
    .header('Content-Type', 'text/plain; charset=utf-8')
    .header('Cache-Control', 'public, max-age=3600')
    .send(`${lines}\n`)
