/** What the pages of delegation give their use-cases, and how they say functions. */
import type { DelegatedFunction } from '#domain/access/delegation.ts'
import { delegatedFunctions, isDelegatedFunction } from '#domain/access/delegation.ts'
import type { Teller } from '#use-cases/delegation/tell-parties.ts'
import type { AskBase } from '#web/kit/page.ts'
import type { TickOption } from '#web/kit/ticks.tsx'
import type { Words } from '#words/index.ts'

/** Deadlines of delegation bind no contractor: they count in the site's own zone. */
export { siteZone as zone } from '#domain/dates.ts'

export const tellerOf = ({ services, w }: Pick<AskBase, 'services' | 'w'>): Teller => ({
  site: services.site,
  words: w,
})
export { callerOf } from '#web/kit/caller.ts'

/** The ticked functions of a posted form; anything else is left out. */
export const functionsIn = (posted: string | undefined): readonly DelegatedFunction[] =>
  (posted ?? '').split(',').filter(isDelegatedFunction)

export const functionOptions = (w: Words): readonly TickOption[] =>
  delegatedFunctions.map((f) => ({
    value: f,
    label: w.delegation.functions[f].name,
    hint: w.delegation.functions[f].hint,
  }))

export const sayFunctions = (functions: readonly DelegatedFunction[], w: Words): string =>
  functions.map((f) => w.delegation.functions[f].name).join(', ')
