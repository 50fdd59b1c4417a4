/** A mail with invented facts, and what one text says otherwise than another. */
import type { JSX } from 'preact'
import type { MailKind } from '#domain/mails/mail-kinds.ts'
import { changedLines, fillMailText, holesIn, type MailText } from '#domain/mails/mail-text.ts'
import { Table } from '#web/kit/parts.tsx'
import type { MailHole } from '#words/en/mail-texts/holes.ts'
import type { Words } from '#words/index.ts'

interface PreviewProps {
  readonly kind: MailKind
  readonly text: MailText
  readonly title: string
  readonly w: Words
}
export function MailPreview({ kind, text, title, w }: PreviewProps): JSX.Element {
  const names = holesIn(w.mailTexts[kind]) as readonly MailHole[]
  const sample = fillMailText(text, Object.fromEntries(names.map((n) => [n, w.mailHoles[n].sample])))
  return (
    <section class="letter-preview" aria-labelledby="preview">
      <h2 id="preview">{title}</h2>
      <p>
        <strong>{w.desk.mailTexts.subject}:</strong> {sample.subject}
      </p>
      <p class="said">{sample.body.trimEnd()}</p>
    </section>
  )
}

interface DifferencesProps {
  readonly title: string
  readonly before: MailText
  readonly after: MailText
  readonly w: Words
}
export function TextDifferences({ title, before, after, w }: DifferencesProps): JSX.Element | null {
  const t = w.desk.mailTexts
  const lines = changedLines(before, after)
  if (lines.length === 0) return null
  return (
    <Table
      caption={title}
      rows={lines}
      rowKey={(l) => `${l.at}-${l.is}-${l.text}`}
      columns={[
        { title: t.line, cell: (l) => (l.at === 'subject' ? t.subject : t.body) },
        { title: t.how, cell: (l) => <span class={`wording-line wording-line--${l.is}`}>{t[l.is]}</span> },
        { title: t.body, cell: (l) => (l.is === 'removed' ? <del>{l.text}</del> : <ins>{l.text}</ins>) },
      ]}
    />
  )
}
