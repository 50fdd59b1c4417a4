/** Edits the words of one letter: a new version each time, with a sample letter, what changes, and every older version. */
import type { JSX } from 'preact'
import { listWordings } from '#db/queries/decisions/wordings.ts'
import type { Subject } from '#domain/access/policy.ts'
import { dayIn, siteZone } from '#domain/dates.ts'
import {
  checkWording,
  diffWording,
  isWordedLetter,
  linesOf,
  placeholders,
  type Wording,
} from '#domain/decisions/wording.ts'
import type { Problem } from '#domain/result.ts'
import { longText, text } from '#forms/kit/kinds.ts'
import { changeWording } from '#use-cases/decisions/wordings.ts'
import { Control } from '#web/kit/fields.tsx'
import { type Ask, type Fields, page } from '#web/kit/page.ts'
import { Button, Form, SummaryList } from '#web/kit/parts.tsx'
import { notFound, redirect } from '#web/kit/reply.ts'
import { LetterPreview } from '../decisions/decision-rows.tsx'
import { deskScreen } from '../decisions/desk-screen.tsx'
import { theSite } from './list-page.tsx'
import { sampleLetter } from './sample-letter.ts'
import { Differences, Versions } from './versions.tsx'

type Editing = Ask<'wording.edit', Subject>

export const letterWordingPage = page({
  path: '/desk/letter-wordings/:kind',
  action: 'wording.edit',
  subject: theSite,
  query: ['version'],
  get: (ask) => draw(ask, undefined, []),
  post: {
    fields: ['title', 'opening', 'means', 'next', 'reason', 'seen'],
    async handle(ask) {
      const { db, permit, posted, params, w, now } = ask
      if (!isWordedLetter(params.kind)) return notFound
      const wording = typedWording(posted)
      if (posted.go !== 'save') {
        const checked = checkWording(wording)
        return draw(ask, posted, checked.ok ? [] : checked.problems)
      }
      const change = { kind: params.kind, seen: Number(posted.seen ?? 0), wording, reason: posted.reason ?? '' }
      const done = await changeWording(db, permit, change, w, now)
      return done.ok
        ? redirect(`/desk/letter-wordings/${params.kind}`, { notice: 'wording-saved' })
        : draw(ask, posted, done.problems)
    },
  },
})

const typedWording = (p: Fields): Wording => ({
  title: p.title?.trim() ?? '',
  opening: p.opening?.trim() ?? '',
  means: linesOf(p.means ?? ''),
  next: linesOf(p.next ?? ''),
})

async function draw(ask: Editing, typed: Fields | undefined, problems: readonly Problem[]) {
  const { db, permit, w, params, now, query } = ask
  const { kind } = params
  if (!isWordedLetter(kind)) return notFound
  const t = w.decisions
  const versions = await listWordings(db, permit, kind)
  const inForce = versions[0]?.wording ?? w.letters.wordings[kind]
  const asked = versions.find((v) => String(v.version) === query.version)
  const shown = typed ? typedWording(typed) : inForce
  const before = asked
    ? (versions.find((v) => v.version === asked.version - 1)?.wording ?? w.letters.wordings[kind])
    : inForce
  const diff = diffWording(before, asked ? asked.wording : shown)
  const name = (n: number | undefined) => (n ? t.versionNo(n) : t.own)
  return deskScreen({
    w,
    title: t.letters[kind],
    back: { href: '/desk/letter-wordings', label: t.wordingsTitle },
    problems,
    children: (
      <>
        <Boxes ask={ask} shown={shown} typed={typed} seen={versions[0]?.version ?? 0} problems={problems} />
        {diff.some((d) => d.is !== 'same') && (
          <Differences
            title={
              asked
                ? t.differences(name(asked.version - 1), name(asked.version))
                : t.differences(name(versions[0]?.version), t.typed)
            }
            lines={diff}
            w={w}
          />
        )}
        {problems.length === 0 && (
          <LetterPreview paper={sampleLetter(kind, asked?.wording ?? shown, dayIn(siteZone, now), w)} w={w} />
        )}
        <Versions kind={kind} versions={versions} w={w} />
      </>
    ),
  })
}

interface BoxesProps {
  readonly ask: Editing
  readonly shown: Wording
  readonly typed: Fields | undefined
  readonly seen: number
  readonly problems: readonly Problem[]
}
function Boxes({ ask: { w, visit, params }, shown, typed, seen, problems }: BoxesProps): JSX.Element {
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
    <Form visit={visit} action={`/desk/letter-wordings/${params.kind}`}>
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
      <details class="aside-form">
        <summary>{t.placeholdersTitle}</summary>
        <p>{t.placeholdersIntro}</p>
        <SummaryList w={w} rows={placeholders.map((p) => ({ key: `{${p}}`, value: t.placeholders[p] }))} />
      </details>
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
        <Button go="save">{t.saveWording}</Button>
      </p>
    </Form>
  )
}
