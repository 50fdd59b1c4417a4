/** English catalogs of forms, by form id. */
import type { FormWords } from '#forms/kit/words.ts'
import { cms855iEn } from './cms855i/index.ts'

export const formWordsEn: Readonly<Record<string, FormWords>> = { 'CMS-855I': cms855iEn }
