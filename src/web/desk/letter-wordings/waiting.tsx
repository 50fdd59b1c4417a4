/** The version that waits, and what each person may say of it: whoever wrote it withdraws it, another one answers. */
import type { JSX } from 'preact'
import type { WordingVersion } from '#db/queries/decisions/wordings.ts'
import type { WordedLetter } from '#domain/decisions/worded-letters.ts'
import type { Problem } from '#domain/result.ts'
import { text } from '#forms/kit/kinds.ts'
import { Control } from '#web/kit/fields.tsx'
import type { Fields } from '#web/kit/page.ts'
import { Button, Form } from '#web/kit/parts.tsx'
import type { Editing } from './wording-boxes.tsx'

interface Props {
  readonly ask: Editing
  readonly kind: WordedLetter
  readonly version: WordingVersion
  readonly typed: Fields | undefined
  readonly problems: readonly Problem[]
}
export function Waiting({ ask: { w, visit, permit }, kind, version: v, typed, problems }: Props): JSX.Element {
  const t = w.decisions
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting">{t.waitsTitle(v.version)}</h2>
      <p>{t.waitsIntro(v.changedByName ?? t.someone, v.reason)}</p>
      <p>
        <a href={`/desk/letter-wordings/${kind}/sample?version=${v.version}`}>{t.samplePdf}</a>
      </p>
      <Form visit={visit} action={`/desk/letter-wordings/${kind}`}>
        <input type="hidden" name="seen" value={String(v.version)} />
        {v.changedBy === permit.actor.userId ? (
          <Button go="withdraw" kind="outline">
            {t.withdrawVersion}
          </Button>
        ) : (
          <>
            <Control
              name="why"
              kind={text(300)}
              words={{ ask: t.answerWhy }}
              value={typed?.why ?? ''}
              problem={problems.find((p) => p.at === 'why')}
              w={w}
            />
            <p class="actions">
              <Button go="put-in-force">{t.putInForce}</Button>{' '}
              <Button go="refuse" kind="outline">
                {t.refuseVersion}
              </Button>
            </p>
          </>
        )}
      </Form>
    </section>
  )
}
