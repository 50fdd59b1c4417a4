/** English catalogs of forms, by form id. */
import { formOf } from '#forms/index.ts'
import type { FormWords } from '#forms/kit/words.ts'
import { cms855aEn } from './cms855a/index.ts'
import { cms855bEn } from './cms855b/index.ts'
import { cms855iEn } from './cms855i/index.ts'
import { cms855oEn } from './cms855o/index.ts'
import { cms855sEn } from './cms855s/index.ts'
import { cms20134En } from './cms20134/index.ts'
import { optOutEn } from './opt-out/index.ts'
import { withReasonWords } from './reasons.ts'

const catalogs: Readonly<Record<string, FormWords>> = {
  'CMS-855I': cms855iEn,
  'CMS-855B': cms855bEn,
  'CMS-855A': cms855aEn,
  'CMS-20134': cms20134En,
  'CMS-855O': cms855oEn,
  'CMS-855S': cms855sEn,
  'OPT-OUT': optOutEn,
}

export const formWordsEn: Readonly<Record<string, FormWords>> = Object.fromEntries(
  Object.entries(catalogs).flatMap(([id, words]) => {
    const form = formOf(id)
    return form ? [[id, withReasonWords(form, words)]] : []
  }),
)
