/**
 * How the client talks: a key or token on every request, retries with the same Idempotency-Key, waiting as long as the
 * server says, and refusals as errors that carry their code. No dependencies; Node 20 or a browser.
 */
export interface Settings {
  /** "https://enroll.example.org/api/v1". */
  readonly url: string
  /** A key ("opk_...") or what gives a token; neither is needed for what is public. */
  readonly key?: string | (() => Promise<string>)
  /** Tries after the first one; 3 when absent. */
  readonly retries?: number
  readonly fetch?: typeof fetch
}
export interface Call {
  readonly method: string
  readonly path: string
  readonly asked?: Readonly<Record<string, unknown>> | undefined
  readonly body?: unknown
  readonly type?: string
  readonly acts?: boolean
  readonly once?: Once | undefined
  /** The ETag that was read, where it is not the one that this client read last. */
  readonly seen?: string | undefined
}
export interface Once {
  /** The same key is done once; a new one for each call when absent. */
  readonly idempotencyKey?: string
}

/** A refusal of the server. Decide by `code`. */
export class ApiProblem extends Error {
  readonly status: number
  readonly code: string
  readonly problem: Readonly<Record<string, unknown>>
  constructor(status: number, problem: Readonly<Record<string, unknown>>) {
    super(String(problem.title ?? `HTTP ${status}`))
    this.status = status
    this.code = String(problem.code ?? 'unknown')
    this.problem = problem
  }
}

export type Send = <T>(call: Call) => Promise<T>

export function sender(settings: Settings): Send {
  const send = settings.fetch ?? fetch
  // The tag of what was last read at an address, so that a change says by itself what it was made from.
  const tags = new Map<string, string>()
  return async <T>(call: Call): Promise<T> => {
    const headers: Record<string, string> = { Accept: 'application/json' }
    const { key } = settings
    if (key) headers.Authorization = `Bearer ${typeof key === 'string' ? key : await key()}`
    if (call.acts) headers['Idempotency-Key'] = call.once?.idempotencyKey ?? crypto.randomUUID()
    const url = address(settings.url, call)
    const seen = call.seen ?? (call.method === 'PUT' ? tags.get(url) : undefined)
    if (seen) headers['If-Match'] = seen
    if (call.type) headers['Content-Type'] = call.type
    const isJson = call.type === 'application/json'
    const body = call.body === undefined ? {} : { body: isJson ? JSON.stringify(call.body) : (call.body as BodyInit) }
    const left = call.method === 'GET' || call.acts || isJson ? (settings.retries ?? 3) : 0
    for (let attempt = 0; ; attempt++) {
      const last = attempt >= left
      const reply = await send(url, { method: call.method, headers, ...body }).catch((fault) => {
        if (last) throw fault
        return undefined
      })
      if (reply?.ok && call.method === 'GET') remember(tags, url, reply.headers.get('ETag'))
      if (reply?.ok) return (isJsonReply(reply) ? await reply.json() : await reply.text()) as T
      if (reply && (last || (reply.status < 500 && reply.status !== 429))) throw await problemOf(reply)
      await pause(reply?.headers.get('Retry-After'), attempt)
    }
  }
}

/** At most a thousand: the oldest is forgotten first. */
function remember(tags: Map<string, string>, url: string, tag: string | null): void {
  tags.delete(url)
  if (tag) tags.set(url, tag)
  const oldest = tags.size > 1000 ? tags.keys().next().value : undefined
  if (oldest !== undefined) tags.delete(oldest)
}

const isJsonReply = (reply: Response): boolean => reply.headers.get('Content-Type')?.includes('json') ?? false

async function problemOf(reply: Response): Promise<ApiProblem> {
  const problem = isJsonReply(reply) ? ((await reply.json()) as Record<string, unknown>) : {}
  return new ApiProblem(reply.status, problem)
}

/** Names in the path are taken from what is asked; the rest goes into the query. */
function address(base: string, { path, asked = {} }: Call): string {
  const rest = new URLSearchParams()
  let filled = path
  for (const [name, value] of Object.entries(asked)) {
    if (value === undefined) continue
    if (filled.includes(`{${name}}`)) filled = filled.replace(`{${name}}`, encodeURIComponent(String(value)))
    else rest.append(name, String(value))
  }
  const query = rest.toString()
  return `${base.replace(/\/$/, '')}${filled}${query && `?${query}`}`
}

const pause = (retryAfter: string | null | undefined, attempt: number): Promise<void> =>
  new Promise((go) => setTimeout(go, retryAfter ? Number(retryAfter) * 1000 : 100 * 2 ** attempt))

export interface Page<R> {
  readonly results: readonly R[]
  readonly hasMore?: boolean
  /** Of feeds: what to give as "after". */
  readonly next?: number
}
interface Cursor {
  startingAfter?: string
  after?: string
}

/** Everything on a list, page after page. */
export async function* each<R, Q extends object>(
  list: (asked: Q & Cursor) => Promise<Page<R>>,
  asked: Q = {} as Q,
): AsyncGenerator<R> {
  let cursor: Cursor = {}
  for (;;) {
    const page = await list({ ...asked, ...cursor })
    yield* page.results
    const last = page.results.at(-1) as { id?: string; enrollmentId?: string; npi?: string } | undefined
    if (!page.hasMore || !last) return
    cursor =
      page.next === undefined
        ? { startingAfter: String(last.id ?? last.enrollmentId ?? last.npi) }
        : { after: String(page.next) }
  }
}
