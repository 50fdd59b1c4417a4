/** How keys and tokens of programs look, and how long they last. Pure. */
/** A key that is found in a log or repository is known by this, by people and by scanners. */
export const KEY_MARK = 'opk_'
export const TOKEN_MARK = 'opt_'
/** What of a key stays visible, so that its owner can tell which one it is. */
export const prefixOf = (key: string): string => key.slice(0, KEY_MARK.length + 6)

export const apiLimits = {
  /** SMART App Launch 2.2, backend services: at most five minutes. */
  tokenSeconds: 300,
  /** RFC 7523 3: the server limits how far ahead an assertion may expire. */
  assertionSeconds: 300,
  keyDays: 365,
  /** After rotation the old key works this many milliseconds beside the new one. */
  overlap: 7 * 24 * 3_600_000,
  keysAtOnce: 5,
  clients: 20,
  webhooks: 10,
  requestsPerMinute: 600,
  /** How long a request that acted can be repeated and is answered as before. */
  repeatDays: 7,
} as const
