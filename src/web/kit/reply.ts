/** What a page may answer. Handlers build one of these; only the server turns it into HTTP. */
import type { ComponentChildren } from 'preact'
import type { NoticeCode } from '#words/en/notices.ts'

/** Cookies by role; the server names and flags them. `null` clears. */
export interface CookieChange {
  readonly name: 'session' | 'flow' | 'device' | 'public-computer' | 'kept'
  readonly value: string | null
  /** Seconds; absent = until the browser closes. */
  readonly maxAge?: number
}

export type Reply = Shown | Redirect | Download | Streamed | Json
export interface Shown {
  readonly kind: 'show'
  readonly status: number
  readonly title: string
  readonly body: ComponentChildren
  readonly cookies?: readonly CookieChange[]
  /** Seconds after which the page fetches itself again, for progress without JavaScript. */
  readonly refresh?: number
  readonly wide?: boolean
  readonly retryAfter?: number
}
export interface Redirect {
  readonly kind: 'redirect'
  readonly to: string
  /** The browser forgets what it keeps of this site: pages, and what scripts stored. */
  readonly clearSite?: boolean
  readonly notice?: NoticeCode
  readonly cookies?: readonly CookieChange[]
}
export interface Download {
  readonly kind: 'download'
  readonly bytes: Uint8Array
  readonly mediaType: string
  readonly fileName: string
  readonly inline?: boolean
}
/** A file that is made while it is sent: it never lies whole in memory. */
export interface Streamed {
  readonly kind: 'stream'
  readonly body: NodeJS.ReadableStream
  readonly mediaType: string
  readonly fileName: string
}
export interface Json {
  readonly kind: 'json'
  readonly status: number
  readonly value: unknown
}

type ShowOptions = Omit<Shown, 'kind' | 'title' | 'body' | 'status'> & { readonly status?: number }
export const show = (title: string, body: ComponentChildren, options: ShowOptions = {}): Shown => ({
  kind: 'show',
  status: 200,
  title,
  body,
  ...options,
})
export const redirect = (to: string, options: Omit<Redirect, 'kind' | 'to'> = {}): Redirect => ({
  kind: 'redirect',
  to,
  ...options,
})
export const download = (bytes: Uint8Array, mediaType: string, fileName: string, inline = false): Download => ({
  kind: 'download',
  bytes,
  mediaType,
  fileName,
  inline,
})
export const stream = (body: NodeJS.ReadableStream, mediaType: string, fileName: string): Streamed => ({
  kind: 'stream',
  body,
  mediaType,
  fileName,
})
export const json = (value: unknown, status = 200): Json => ({ kind: 'json', status, value })

/** The one answer for "not there" and "not yours". */
export interface NotFound {
  readonly kind: 'not-found'
}
export const notFound: NotFound = { kind: 'not-found' }
