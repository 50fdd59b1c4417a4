/**
 * What the screening level of an application asks somebody to bring (42 CFR 424.517, 424.518), and what is still to be
 * brought before it can be recommended or approved. Whoever finds a thing acceptable does not replace it. Pure.
 */
import type { CheckState, OpenCheck } from '../screening/screening.ts'
import type { ScreeningDecision } from '../screening/screening-level.ts'

export const levelAsks = ['site-visit', 'fingerprints'] as const
export type LevelAsk = (typeof levelAsks)[number]
export const isLevelAsk = (s: string | undefined): s is LevelAsk =>
  (levelAsks as readonly (string | undefined)[]).includes(s)

/** What a level asks for, in the order of the table. */
export const askedBy = (level: Pick<ScreeningDecision, 'siteVisit' | 'fingerprints'>): readonly LevelAsk[] =>
  levelAsks.filter((k) => (k === 'site-visit' ? level.siteVisit : level.fingerprints))

/** A result that was brought, as it stands among the checks. */
export interface Brought extends Pick<CheckState, 'kind' | 'outcome' | 'disposition'> {
  /** Of a task: "operational", "record-found". */
  readonly result: string | undefined
  /** It stands for a thing that is not brought, on a ground that a second person granted. */
  readonly isException: boolean
}

/** A record that is no bar is for a person to judge; a place that is not operational is not. */
const passes: Readonly<Record<LevelAsk, (b: Brought) => boolean>> = {
  'site-visit': (b) => b.result === 'operational',
  fingerprints: (b) => b.result === 'no-record' || (b.result === 'record-found' && b.disposition === 'acceptable'),
}
const resultsOf = (kind: LevelAsk, brought: readonly Brought[]) =>
  brought.filter((b) => b.kind === kind && !b.isException)
/** An exception stands for what did not come; once something came, that counts. */
const isExcepted = (kind: LevelAsk, brought: readonly Brought[]): boolean =>
  brought.some((b) => b.kind === kind && b.isException) && resultsOf(kind, brought).length === 0

/** Asked for and not there: nothing came yet, or what came does not do. */
export function notBrought(
  level: Pick<ScreeningDecision, 'siteVisit' | 'fingerprints'> | undefined,
  brought: readonly Brought[],
): readonly { readonly kind: LevelAsk; readonly why: Extract<OpenCheck['why'], 'missing' | 'not-passed'> }[] {
  return (level ? askedBy(level) : []).flatMap((kind) => {
    const [stands, came] = [isExcepted(kind, brought), resultsOf(kind, brought)]
    if (stands || came.some((b) => passes[kind](b))) return []
    return [{ kind, why: came.length > 0 ? 'not-passed' : 'missing' }]
  })
}
