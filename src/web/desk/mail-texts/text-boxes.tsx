/** The boxes in which a mail is written, the list of its placeholders, and the answer to a version that waits. */
import type { JSX } from 'preact'
import type { MailTextVersion } from '#db/queries/mails/mail-texts.ts'
import type { Subject } from '#domain/access/policy.ts'
import { type MailKind, obligatory } from '#domain/mails/mail-kinds.ts'
import { holesIn, type MailText, mostBody, mostSubject } from '#domain/mails/mail-text.ts'
import type { Problem } from '#domain/result.ts'
import { date, longText, text } from '#forms/kit/kinds.ts'
import { Control } from '#web/kit/fields.tsx'
import type { Ask, Fields } from '#web/kit/page.ts'
import { Button, Form, SummaryList } from '#web/kit/parts.tsx'
import type { MailHole } from '#words/en/mail-texts/holes.ts'
import { time } from '#words/en/portal/time.ts'
import type { Words } from '#words/index.ts'

export type Editing = Ask<'mail-text.edit', Subject>
export const fromQuestion = { kind: date() }

interface Props {
  readonly ask: Editing
  readonly kind: MailKind
  readonly shown: MailText
  readonly typed: Fields | undefined
  readonly seen: number
  readonly problems: readonly Problem[]
}
export function TextBoxes({ ask: { w, visit, today }, kind, shown, typed, seen, problems }: Props): JSX.Element {
  const t = w.desk.mailTexts
  const at = (name: string) => problems.find((p) => p.at === name)
  return (
    <Form visit={visit} action={`/desk/mail-texts/${kind}`} class="usa-form usa-form--large mail-text">
      <input type="hidden" name="seen" value={typed?.seen ?? String(seen)} />
      <Control
        name="subject"
        kind={text(mostSubject)}
        words={{ ask: t.subject }}
        value={shown.subject}
        problem={at('subject')}
        w={w}
      />
      <Control
        name="body"
        kind={longText(mostBody)}
        words={{ ask: t.body, hint: t.bodyHint }}
        value={shown.body}
        problem={at('body')}
        w={w}
      />
      <Placeholders kind={kind} w={w} />
      <Control
        name="from"
        kind={fromQuestion.kind}
        words={{ ask: t.from, hint: t.fromHint }}
        value={typed?.from ?? today}
        problem={at('from')}
        w={w}
      />
      <Control
        name="reason"
        kind={text(300)}
        words={{ ask: t.reason }}
        value={typed?.reason ?? ''}
        problem={at('reason')}
        w={w}
      />
      <p class="actions">
        <Button kind="outline" go="preview">
          {t.preview}
        </Button>{' '}
        <Button go="save">{t.save}</Button>
      </p>
    </Form>
  )
}

function Placeholders({ kind, w }: { readonly kind: MailKind; readonly w: Words }): JSX.Element {
  const t = w.desk.mailTexts
  const own = w.mailTexts[kind]
  const inBody = holesIn({ subject: '', body: own.body })
  const names = holesIn(own) as readonly MailHole[]
  const said = (n: MailHole) => {
    const about = `${w.mailHoles[n].name}, ${t.example(w.mailHoles[n].sample)}`
    return obligatory.includes(n) && inBody.includes(n) ? `${about} (${t.required})` : about
  }
  return (
    <details class="aside-form" open>
      <summary>{t.placeholders}</summary>
      {names.length === 0 ? (
        <p>{t.noPlaceholders}</p>
      ) : (
        <>
          <p>{t.placeholdersIntro}</p>
          <SummaryList w={w} rows={names.map((n) => ({ key: `{${n}}`, value: said(n) }))} />
        </>
      )}
    </details>
  )
}

interface WaitingProps {
  readonly ask: Editing
  readonly kind: MailKind
  readonly version: MailTextVersion
  readonly typed: Fields | undefined
  readonly problems: readonly Problem[]
}
/** Whoever wrote it withdraws it, another one answers. */
export function WaitingText({ ask, kind, version: v, typed, problems }: WaitingProps): JSX.Element {
  const { w, visit, permit } = ask
  const t = w.desk.mailTexts
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting">{t.waitsTitle(v.version, time.day(v.from))}</h2>
      <p>{t.waitsIntro(v.proposedByName ?? t.someone, v.reason)}</p>
      <Form visit={visit} action={`/desk/mail-texts/${kind}`}>
        <input type="hidden" name="seen" value={String(v.version)} />
        {v.proposedBy === permit.actor.userId ? (
          <Button go="withdraw" kind="outline">
            {t.withdraw}
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
                {t.refuse}
              </Button>
            </p>
          </>
        )}
      </Form>
    </section>
  )
}
