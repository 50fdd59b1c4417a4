/** All words of the product, by language. A second language is a second value of the type `Words`. */
import type { Problem } from '#domain/result.ts'
import { account } from './en/account.ts'
import { demo } from './en/demo.ts'
import { desk } from './en/desk.ts'
import { layout } from './en/layout.ts'
import { letters } from './en/letters.ts'
import { lookup } from './en/lookup.ts'
import { mails } from './en/mails.ts'
import { notices } from './en/notices.ts'
import { portal } from './en/portal.ts'
import { sentence } from './en/problems.ts'
import { eventWords, statusWords, waitingOnWords } from './en/statuses.ts'

export const en = {
  layout,
  notices,
  account,
  portal,
  demo,
  desk,
  lookup,
  letters,
  mails,
  statuses: statusWords,
  events: eventWords,
  waitingOn: waitingOnWords,
  /** The sentence of a problem. */
  say: (p: Problem): string => sentence(p.code, p.with),
}
export type Words = typeof en
