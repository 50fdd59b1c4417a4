/** One screening check: what came of it, the evidence, and the form for what a person says of it. */
import type { JSX } from 'preact'
import type { ScreeningCheck } from '#db/queries/application/screening.ts'
import type { Problem } from '#domain/result.ts'
import { dispositionsOf } from '#domain/review/screening/screening.ts'
import { choice, longText } from '#forms/kit/kinds.ts'
import { Control } from '#web/kit/fields.tsx'
import { Button, Form, SummaryList } from '#web/kit/parts.tsx'
import { time } from '#words/en/portal/time.ts'
import type { Words } from '#words/index.ts'
import { evidenceRows } from '../screening/evidence-rows.ts'
import { hitIn } from '../screening/match-evidence.ts'
import { MatchShown } from '../screening/match-shown.tsx'
import { type CaseAsk, casePath, type LoadedCase } from './loaded-case.ts'

export interface CheckProps {
  readonly ask: CaseAsk
  readonly loaded: LoadedCase
  readonly check: ScreeningCheck
  readonly subject: string
  readonly names: ReadonlyMap<string, string>
  readonly problems: readonly Problem[]
  /** What was typed for this check and refused. */
  readonly typed?: { readonly disposition: string; readonly reason: string } | undefined
}

export function CheckShown(p: CheckProps): JSX.Element {
  const { ask, loaded, check, subject, names } = p
  const t = ask.w.desk.screening
  const zone = loaded.header.contractorZone
  const who = (id: string) => (id === 'system' ? ask.w.desk.case.system : (names.get(id) ?? ask.w.desk.case.someone))
  const needsPerson = dispositionsOf(check.outcome).length > 0
  const about = `${t.checks[check.kind]} ${subject}`
  const hit = hitIn(check.evidence)
  const rows = hit ? (
    <MatchShown hit={hit} outcome={check.outcome} w={ask.w} />
  ) : (
    <SummaryList w={ask.w} rows={evidenceRows(check, ask.w)} />
  )
  const origin = (
    <p class="quiet">
      {t.ranAt(time.at(check.ranAt, zone), who(check.ranBy))}
      {check.source && check.sourceAsOf && `. ${t.list(sourceName(check.source, ask.w), time.day(check.sourceAsOf))}`}.{' '}
      {t.evidenceHash}: <code class="hash">{check.evidenceSha256}</code>
    </p>
  )
  return (
    <article class="check" id={`check-${check.id}`}>
      <h4>
        {t.checks[check.kind]}: {subject}{' '}
        <span class={`usa-tag check__outcome--${check.outcome}`}>{t.outcomes[check.outcome]}</span>
      </h4>
      <div class="check__evidence">
        {needsPerson && rows}
        <details>
          <summary>
            {t.evidence}
            <span class="usa-sr-only"> {about}</span>
          </summary>
          {!needsPerson && rows}
          {origin}
        </details>
      </div>
      {check.disposition && (
        <p class="check__said">
          <strong>{t.dispositions[check.disposition]}</strong>: {check.dispositionReason}{' '}
          <span class="quiet">
            {check.disposedBy && check.disposedAt && `(${who(check.disposedBy)}, ${time.at(check.disposedAt, zone)})`}
          </span>
        </p>
      )}
      {!check.supersededAt && loaded.isWorkable && needsPerson && <Judging {...p} />}
    </article>
  )
}

const sourceName = (kind: string, w: Words) => (w.sourceNames as Readonly<Record<string, string>>)[kind] ?? kind

/** The form while nobody has said anything, or while it is being changed; else the way to it. */
function Judging(p: CheckProps): JSX.Element {
  const { ask, check, loaded, subject, typed } = p
  const t = ask.w.desk.screening
  if (!check.disposition || typed || ask.query.change === check.id) return <DispositionForm {...p} />
  return (
    <p>
      <a href={`${casePath(loaded.header.id, '/screening')}?change=${check.id}#check-${check.id}`}>
        {t.changeDisposition}
        <span class="usa-sr-only">
          {' '}
          {t.checks[check.kind]} {subject}
        </span>
      </a>
    </p>
  )
}

function DispositionForm({ ask, check, subject, problems, typed, loaded }: CheckProps): JSX.Element {
  const { w, visit } = ask
  const t = w.desk.screening
  const at = (name: string) => problems.find((p) => p.at === `${name}-${check.id}`)
  const options = dispositionsOf(check.outcome)
  return (
    <Form visit={visit} action={casePath(loaded.header.id, `/screening/${check.id}`)} class="check__form">
      <Control
        name={`disposition-${check.id}`}
        kind={choice(...options)}
        words={{ ask: t.disposition, options: t.dispositions }}
        value={typed?.disposition ?? check.disposition ?? ''}
        problem={at('disposition')}
        w={w}
      />
      <Control
        name={`reason-${check.id}`}
        kind={longText(1000)}
        words={{ ask: t.reason, hint: t.reasonHint }}
        value={typed?.reason ?? check.dispositionReason ?? ''}
        problem={at('reason')}
        w={w}
      />
      <Button kind="outline">
        {t.saveDisposition}
        <span class="usa-sr-only">
          {' '}
          {t.checks[check.kind]} {subject}
        </span>
      </Button>
    </Form>
  )
}
