/** English catalogs of forms, by form id. */
import type { FormWords } from '#forms/kit/words.ts'
import { cms855iEn } from './cms855i/index.ts'
import { cms855oEn } from './cms855o/index.ts'
import { cms855sEn } from './cms855s/index.ts'
import { optOutEn } from './opt-out/index.ts'

export const formWordsEn: Readonly<Record<string, FormWords>> = {
  'CMS-855I': cms855iEn,
  'CMS-855O': cms855oEn,
  'CMS-855S': cms855sEn,
  'OPT-OUT': optOutEn,
}
