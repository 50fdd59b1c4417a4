/** The boxes in which the words of a letter are written, and the list of placeholders that it knows. */
import type { JSX } from 'preact'
import type { Subject } from '#domain/access/policy.ts'
import { holesOf, type WordedLetter } from '#domain/decisions/worded-letters.ts'
import { linesOf, type Wording } from '#domain/decisions/wording.ts'
import type { Problem } from '#domain/result.ts'
import { longText, text } from '#forms/kit/kinds.ts'
import { Control } from '#web/kit/fields.tsx'
import type { Ask, Fields } from '#web/kit/page.ts'
import { Button, Form, SummaryList } from '#web/kit/parts.tsx'
import type { Words } from '#words/index.ts'

export type Editing = Ask<'wording.edit', Subject>

export const typedWording = (p: Fields): Wording => ({
  title: p.title?.trim() ?? '',
  opening: p.opening?.trim() ?? '',
  means: linesOf(p.means ?? ''),
  next: linesOf(p.next ?? ''),
})

interface Props {
  readonly ask: Editing
  readonly kind: WordedLetter
  readonly shown: Wording
  readonly typed: Fields | undefined
  readonly seen: number
  readonly problems: readonly Problem[]
}
export function WordingBoxes({ ask: { w, visit }, kind, shown, typed, seen, problems }: Props): JSX.Element {
  const t = w.decisions
  const at = (name: string) => problems.find((p) => p.at === name)
  const lines = (name: 'means' | 'next') => (
    <Control
      name={name}
      kind={longText(6000)}
      words={{ ask: t[name], hint: t.lineHint }}
      value={shown[name].join('\n')}
      problem={at(name)}
      w={w}
    />
  )
  return (
    <Form visit={visit} action={`/desk/letter-wordings/${kind}`}>
      <input type="hidden" name="seen" value={typed?.seen ?? String(seen)} />
      <Control
        name="title"
        kind={text(200)}
        words={{ ask: t.wordingTitle }}
        value={shown.title}
        problem={at('title')}
        w={w}
      />
      <Control
        name="opening"
        kind={longText(600)}
        words={{ ask: t.opening }}
        value={shown.opening}
        problem={at('opening')}
        w={w}
      />
      {lines('means')}
      {lines('next')}
      <Placeholders kind={kind} w={w} />
      <Control
        name="reason"
        kind={text(300)}
        words={{ ask: t.change }}
        value={typed?.reason ?? ''}
        problem={at('reason')}
        w={w}
      />
      <p class="actions">
        <Button kind="outline" go="preview">
          {t.sample}
        </Button>{' '}
        <Button kind="outline" go="pdf" file>
          {t.samplePdf}
        </Button>{' '}
        <Button go="save">{t.saveWording}</Button>
      </p>
    </Form>
  )
}

function Placeholders({ kind, w }: { readonly kind: WordedLetter; readonly w: Words }): JSX.Element {
  const t = w.decisions
  const { offers, needs } = holesOf[kind]
  return (
    <details class="aside-form">
      <summary>{t.placeholdersTitle}</summary>
      {offers.length === 0 ? (
        <p>{t.noPlaceholders}</p>
      ) : (
        <>
          <p>{t.placeholdersIntro}</p>
          <SummaryList
            w={w}
            rows={offers.map((p) => ({
              key: `{${p}}`,
              value: needs.includes(p) ? `${t.placeholders[p]} (${t.required})` : t.placeholders[p],
            }))}
          />
        </>
      )}
    </details>
  )
}
