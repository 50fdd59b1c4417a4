/**
 * How hard a password is to guess (zxcvbn) and whether it is among the passwords that leaked most often.
 * Only the first 72 characters are measured: 256 take two seconds. Works offline.
 */
import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common'
import { dictionary as english } from '@zxcvbn-ts/language-en'
import type { PasswordAdvice, Strength } from '#domain/access/password.ts'

const MEASURED = 72
/** zxcvbn's own names of what it found. */
const adviceOf: Readonly<Record<string, PasswordAdvice>> = {
  simpleRepeat: 'repeats',
  extendedRepeat: 'repeats',
  sequences: 'sequence',
  straightRow: 'keyboard',
  keyPattern: 'keyboard',
  recentYears: 'date',
  dates: 'date',
  namesByThemselves: 'name',
  commonNames: 'name',
  userInputs: 'name',
  topTen: 'word',
  topHundred: 'word',
  common: 'word',
  similarToCommon: 'word',
  pwned: 'word',
  wordByItself: 'alone',
}
let measure: ZxcvbnFactory | undefined
let listed: ReadonlySet<string> | undefined

/** `words` are what an attacker who knows the person tries first. */
export function passwordStrength(password: string, words: readonly string[]): Strength {
  // Loaded on first use: the word lists take 60 ms, and most processes never judge a password.
  measure ??= new ZxcvbnFactory({ dictionary: { ...common, ...english }, graphs: adjacencyGraphs })
  listed ??= new Set((common['passwords-common'] as readonly string[]).map((p) => p.toLowerCase()))
  const { score, feedback } = measure.check([...password].slice(0, MEASURED).join(''), [...words])
  const advice = feedback.warning ? adviceOf[feedback.warning] : undefined
  return { score, common: listed.has(password.toLowerCase()), ...(advice && { advice }) }
}
