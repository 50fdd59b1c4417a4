/** Denies, rejects or returns an application: choose which, then the reasons and what was found, then the letter. */
import type { JSX } from 'preact'
import { applicationSubject } from '#db/queries/application/applications.ts'
import { allows } from '#domain/application/lifecycle.ts'
import type { Problem } from '#domain/result.ts'
import { decisionKinds, decisionOf } from '#domain/review/decision.ts'
import { choices, longText } from '#forms/kit/kinds.ts'
import { PaperBlocks } from '#letters/html.tsx'
import { type Refusal, reasonSentences, refusalLetter } from '#letters/refusal-letter.ts'
import { refuseApplication } from '#use-cases/decisions/refuse-application.ts'
import { letterHead } from '#use-cases/decisions/send-letter.ts'
import { wordingInForce } from '#use-cases/decisions/wordings.ts'
import { Control } from '#web/kit/fields.tsx'
import { page } from '#web/kit/page.ts'
import { Button, Form } from '#web/kit/parts.tsx'
import { redirect } from '#web/kit/reply.ts'
import { showCase } from './case-frame.tsx'
import { type CaseAsk, casePath, type LoadedCase, loadCase } from './loaded-case.ts'

type Deciding = CaseAsk<'application.decide'>
const kinds = ['reject', 'return', 'deny'] as const
interface TypedRefusal {
  readonly kind: Refusal['kind'] | undefined
  readonly reasons: string
  readonly found: string
}
const kindOf = (text: string | undefined) => kinds.find((k) => k === text)

const proposedReasons = ({ kind, reasons }: { readonly [name: string]: string | undefined }): string => {
  const known = kindOf(kind)
  return known && reasons && Object.hasOwn(decisionKinds[known].reasons, reasons) ? reasons : ''
}

export const refusePage = page({
  path: '/desk/cases/:applicationId/refuse',
  action: 'application.decide',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  // A reason may be proposed by what led here; whoever decides may choose others.
  query: ['kind', 'reasons'],
  get: (ask) => draw(ask, { kind: kindOf(ask.query.kind), reasons: proposedReasons(ask.query), found: '' }, []),
  post: {
    fields: ['kind', 'found'],
    many: ['reasons'],
    async handle(ask) {
      const { db, permit, posted, services, w, now } = ask
      const typed = { kind: kindOf(posted.kind), reasons: posted.reasons ?? '', found: posted.found ?? '' }
      if (!typed.kind || posted.go === 'preview') return draw(ask, typed, [])
      const choice = { kind: typed.kind, reasons: typed.reasons.split(',').filter(Boolean), found: typed.found }
      const done = await refuseApplication(db, permit, choice, { site: services.site, words: w }, now)
      if (!done.ok) return draw(ask, typed, done.problems)
      services.wake()
      return redirect(casePath(ask.subject.id, '/history'), { notice: 'decided' })
    },
  },
})

async function draw(ask: Deciding, given: TypedRefusal, problems: readonly Problem[]) {
  const { w } = ask
  const t = w.desk.decide
  const loaded = await loadCase(ask)
  const possible = kinds.filter((k) => allows(loaded.header.status, k))
  // One needs no choice.
  const typed = { ...given, kind: given.kind ?? (possible.length === 1 ? possible[0] : undefined) }
  return showCase({
    ask,
    loaded,
    tab: 'refuse',
    problems,
    nameOf: (at) => (at === 'reasons' ? t.reasons : at === 'found' ? t.found : undefined),
    children: (
      <>
        <h3>{t.kindTitle}</h3>
        {possible.length === 0 && <p>{t.notNow(w.statuses[loaded.header.status].name)}</p>}
        <ul class="usa-list">
          {possible.map((kind) => (
            <li key={kind}>
              <a
                href={`${casePath(loaded.header.id, '/refuse')}?kind=${kind}`}
                aria-current={kind === typed.kind ? 'true' : undefined}
              >
                {t.kinds[kind]}
              </a>
              : {t.refuseIntro[kind]}
            </li>
          ))}
        </ul>
        {typed.kind && possible.includes(typed.kind) && (
          <Reasons
            ask={ask}
            kind={typed.kind}
            typed={typed}
            problems={problems}
            letter={await preview(ask, loaded, typed)}
          />
        )}
      </>
    ),
  })
}

/** The letter as it would be, once there are reasons. */
async function preview(ask: Deciding, loaded: LoadedCase, { kind, reasons, found }: TypedRefusal) {
  const decided = kind && decisionOf(kind, reasons.split(',').filter(Boolean))
  if (!kind || !decided?.ok) return undefined
  const head = await letterHead(ask.db, loaded.header, ask.now)
  const { wording } = await wordingInForce(ask.db, ask.permit, kind, ask.w)
  return refusalLetter(head, decided.value as Refusal, found.trim(), ask.w, wording)
}

interface ReasonsProps {
  readonly ask: Deciding
  readonly kind: Refusal['kind']
  readonly typed: TypedRefusal
  readonly problems: readonly Problem[]
  readonly letter: Awaited<ReturnType<typeof preview>>
}
function Reasons({ ask: { w, visit }, kind, typed, problems, letter }: ReasonsProps): JSX.Element {
  const t = w.desk.decide
  const sentences = reasonSentences(kind, w)
  const table = decisionKinds[kind].reasons
  const options = Object.fromEntries(Object.keys(table).map((r) => [r, `${sentences[r]} (${table[r]!.cite})`]))
  const at = (name: string) => problems.find((p) => p.at === name)
  return (
    <Form visit={visit} class="usa-form usa-form--large decision-form">
      <div>
        <input type="hidden" name="kind" value={kind} />
        <Control
          name="reasons"
          kind={choices(...Object.keys(table))}
          words={{ ask: t.reasons, options }}
          value={typed.reasons}
          problem={at('reasons')}
          w={w}
        />
        <Control
          name="found"
          kind={longText(2000)}
          words={{ ask: t.found, hint: t.foundHint }}
          value={typed.found}
          problem={at('found')}
          w={w}
        />
        <p class="actions">
          <Button kind="outline" go="preview">
            {t.refusePreview}
          </Button>
        </p>
      </div>
      {letter && (
        <section class="letter-preview" aria-labelledby="letter-preview">
          <h3 id="letter-preview">{t.letterPreview}</h3>
          <p class="letter-preview__title">{letter.title}</p>
          <PaperBlocks blocks={letter.blocks.map((b) => (b.kind === 'heading' ? { ...b, level: 3 } : b))} />
        </section>
      )}
      <Button kind="secondary" go="decide">
        {t.refuseButton[kind]}
      </Button>
    </Form>
  )
}
