/** docs/generated/reasons.md: every reason by form, and every situation of the start page. Pure. */
import { type ApplicationReason, formIds, type ReasonFacts, reasonsByForm } from '#domain/application/reasons.ts'
import { situationIds, situationOf } from '#domain/application/situations.ts'
import { reasonWords } from '#words/en/reasons.ts'
import { situations } from '#words/en/situations.ts'
import { code, documentOf, table } from './markdown.ts'

const asks = ({ asks: what, own }: ReasonFacts): string =>
  [typeof what === 'string' ? what : what.map(code).join(', '), own && `section ${code(own)}`]
    .filter(Boolean)
    .join('; ')

export const reasonsDocument = (): string =>
  documentOf(
    'Reasons and situations',
    '`src/domain/application/reasons.ts`, `situations.ts` and `src/words/en/situations.ts`',
    'Why an application is made: what it asks, who signs, the fee, and what an approval does to the record.',
    ...formIds.flatMap((form) => [
      `## ${form}`,
      table(
        ['Reason', 'In words', 'Asks', 'Signed by', 'Fee', 'The record', 'Authority'],
        (Object.entries(reasonsByForm[form]) as [ApplicationReason, ReasonFacts][]).map(([reason, facts]) => [
          code(reason),
          reasonWords.on(form, reason),
          asks(facts),
          facts.signers,
          facts.fee,
          facts.record,
          facts.cite,
        ]),
      ),
    ]),
    '## Situations',
    table(
      ['Situation', 'Files', 'Authority'],
      situationIds.map((id) => {
        const { steps, cite } = situationOf(id)
        return [situations.texts[id].says, steps.map((s) => `${s.form} ${code(s.reason)} (${s.by})`).join(', '), cite]
      }),
    ),
  )
