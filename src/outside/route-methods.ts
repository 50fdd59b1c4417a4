/**
 * Which methods an address takes, for the answer to one that it does not take (RFC 9110, 15.5.6).
 * Call before routes are added: it watches them being added.
 */
import type { FastifyInstance } from 'fastify'

/** Answers the methods of a path (without its query), as the header "Allow" lists them; none where nothing is. */
export type MethodsAt = (path: string) => readonly string[]

export function watchMethods(app: FastifyInstance): MethodsAt {
  const routes = new Map<string, { readonly fits: RegExp; readonly methods: Set<string> }>()
  app.addHook('onRoute', ({ url, method }) => {
    if (url.includes('*')) return
    const route = routes.get(url) ?? { fits: patternOf(url), methods: new Set<string>() }
    routes.set(url, route)
    for (const m of [method].flat()) route.methods.add(m)
  })
  return (path) => {
    const found = [...routes.values()].filter(({ fits }) => fits.test(path)).flatMap(({ methods }) => [...methods])
    return [...new Set(found)].sort()
  }
}

/** "/letters/:letterId.pdf" as a pattern; a slash at the end changes nothing, as in the router. */
function patternOf(url: string): RegExp {
  const parts = url.replace(/\/$/, '').split(/(:\w+)/)
  return new RegExp(`^${parts.map((p) => (p.startsWith(':') ? '[^/]+' : p.replace(/[.()|^$]/g, '\\$&'))).join('')}/?$`)
}
