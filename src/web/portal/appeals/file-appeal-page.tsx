/** Files an appeal against the decision of a letter: which kind, why, late or not, signed by typing a name. */
import type { JSX } from 'preact'
import { letterSubject } from '#db/queries/application/letters.ts'
import { type Appealable, findAppealable } from '#db/queries/decisions/appealable.ts'
import type { Subject } from '#domain/access/policy.ts'
import { dayIn, siteZone } from '#domain/dates.ts'
import type { Problem } from '#domain/result.ts'
import { choice, choices, longText, text } from '#forms/kit/kinds.ts'
import { fileAppeal } from '#use-cases/appeals/file-appeal.ts'
import { fieldNames } from '#web/kit/field-names.ts'
import { Control } from '#web/kit/fields.tsx'
import { type Ask, type Fields, page } from '#web/kit/page.ts'
import { Alert, BackLink, Button, ErrorSummary, Form } from '#web/kit/parts.tsx'
import { redirect, show } from '#web/kit/reply.ts'
import { kindWords } from '#words/en/decisions/kind-words.ts'
import { appealPath } from './appeal-paths.ts'

type Filing = Ask<'appeal.file', Subject>

export const fileAppealPage = page({
  path: '/letters/:letterId/appeal',
  action: 'appeal.file',
  subject: (db, { letterId }) => letterSubject(db, letterId),
  get: (ask) => draw(ask, {}, []),
  post: {
    once: true,
    fields: ['remedy', 'grounds', 'lateReason', 'signerName'],
    many: ['agree'],
    async handle(ask) {
      const { db, permit, posted, now } = ask
      const done = await fileAppeal(
        db,
        permit,
        {
          remedy: posted.remedy ?? '',
          grounds: posted.grounds ?? '',
          lateReason: posted.lateReason ?? '',
          signerName: posted.signerName ?? '',
          agreed: posted.agree === 'yes',
        },
        now,
      )
      return done.ok ? redirect(appealPath(done.value), { notice: 'appeal-filed' }) : draw(ask, posted, done.problems)
    },
  },
})

async function draw(ask: Filing, typed: Fields, problems: readonly Problem[]) {
  const { db, permit, w, subject } = ask
  const t = w.appeals
  const against = await findAppealable(db, permit)
  const back = <BackLink href={`/letters/${subject.id}`} w={w} label={w.letters.about} />
  if (!against)
    return show(
      t.nothing,
      <div class="one-thing">
        {back}
        <h1>{t.nothing}</h1>
        <p>{t.nothingText}</p>
      </div>,
    )
  const form = <Boxes ask={ask} against={against} typed={typed} problems={problems} />
  const names = fieldNames(form)
  return show(
    problems.length > 0 ? `${w.layout.errorPrefix}${t.fileTitle}` : t.fileTitle,
    <div class="one-thing">
      <BackLink href={`/letters/${subject.id}`} w={w} />
      <ErrorSummary problems={problems} w={w} nameOf={(at) => names.get(at)} />
      <h1>{t.fileTitle}</h1>
      <p>{t.fileIntro(`${kindWords[against.kind]}, ${w.portal.time.day(against.letterOn)}`)}</p>
      {form}
    </div>,
    { status: problems.length > 0 ? 422 : 200 },
  )
}

interface BoxesProps {
  readonly ask: Filing
  readonly against: Appealable
  readonly typed: Fields
  readonly problems: readonly Problem[]
}
function Boxes({ ask: { w, visit, now }, against, typed, problems }: BoxesProps): JSX.Element {
  const t = w.appeals
  const at = (name: string) => problems.find((p) => p.at === name)
  const today = dayIn(siteZone, now)
  const options = Object.fromEntries(
    against.remedies.map((r) => [
      r.remedy,
      `${t.until(t.remedies[r.remedy], w.portal.time.day(r.untilOn))}. ${t.remedyHints[r.remedy]}`,
    ]),
  )
  const over = against.remedies.filter((r) => r.untilOn < today)
  const names = against.remedies.map((r) => r.remedy)
  return (
    <Form visit={visit}>
      <Control
        name="remedy"
        kind={choice(...names)}
        words={{ ask: t.remedy, options }}
        value={typed.remedy ?? (names.length === 1 ? names[0]! : '')}
        problem={at('remedy')}
        w={w}
      />
      <Control
        name="grounds"
        kind={longText(20_000)}
        words={{ ask: t.grounds, hint: t.groundsHint }}
        value={typed.grounds ?? ''}
        problem={at('grounds')}
        w={w}
      />
      {over[0] && (
        <>
          <Alert kind="warning">{t.late(w.portal.time.day(over[0].untilOn))}</Alert>
          <Control
            name="lateReason"
            kind={longText(2000)}
            words={{ ask: t.lateReason, hint: t.lateReasonHint }}
            value={typed.lateReason ?? ''}
            problem={at('lateReason')}
            w={w}
          />
        </>
      )}
      <Control
        name="signerName"
        kind={text(150)}
        words={{ ask: t.signature }}
        value={typed.signerName ?? ''}
        problem={at('signerName')}
        autocomplete="name"
        w={w}
      />
      <Control
        name="agree"
        kind={choices('yes')}
        words={{ ask: t.agree, options: { yes: t.agreeText } }}
        value={typed.agree ?? ''}
        problem={at('agree')}
        w={w}
      />
      <Button>{t.send}</Button>
    </Form>
  )
}
