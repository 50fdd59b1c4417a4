/**
 * Which methods an address takes, for the answer to one that it does not take (RFC 9110, 15.5.6). Told of every route
 * by Fastify's hook "onRoute", which has to be there before the routes are.
 */

interface Route {
  readonly url: string
  readonly method: string | readonly string[]
}

export interface RouteMethods {
  /** A route that was added. */
  readonly add: (route: Route) => void
  /** The methods of a path (without its query), as the header "Allow" lists them; none where nothing is. */
  readonly at: (path: string) => readonly string[]
}

/** An empty table of routes. */
export function routeMethods(): RouteMethods {
  const routes = new Map<string, { readonly fits: RegExp; readonly methods: Set<string> }>()
  return {
    add({ url, method }) {
      if (url.includes('*')) return
      const route = routes.get(url) ?? { fits: patternOf(url), methods: new Set<string>() }
      routes.set(url, route)
      for (const m of [method].flat()) route.methods.add(m)
    },
    at(path) {
      const found = [...routes.values()].filter(({ fits }) => fits.test(path)).flatMap(({ methods }) => [...methods])
      return [...new Set(found)].sort()
    },
  }
}

/** "/letters/:letterId.pdf" as a pattern; a slash at the end changes nothing, as in the router. */
function patternOf(url: string): RegExp {
  const parts = url.replace(/\/$/, '').split(/(:\w+)/)
  return new RegExp(`^${parts.map((p) => (p.startsWith(':') ? '[^/]+' : p.replace(/[.()|^$]/g, '\\$&'))).join('')}/?$`)
}
