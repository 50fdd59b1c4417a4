/** What a wording says otherwise than another, and its versions. */
import type { JSX } from 'preact'
import type { WordingVersion } from '#db/queries/decisions/wordings.ts'
import { siteZone } from '#domain/dates.ts'
import type { WordedLetter } from '#domain/decisions/worded-letters.ts'
import type { DiffLine } from '#domain/decisions/wording.ts'
import { Table } from '#web/kit/parts.tsx'
import { time } from '#words/en/portal/time.ts'
import type { Words } from '#words/index.ts'

export const Differences = ({
  title,
  lines,
  w,
}: {
  title: string
  lines: readonly DiffLine[]
  w: Words
}): JSX.Element => (
  <Table
    caption={title}
    rows={lines.filter((l) => l.is !== 'same')}
    rowKey={(l) => `${l.box}-${l.is}-${l.text}`}
    columns={[
      { title: w.decisions.part, cell: (l) => w.decisions.parts[l.box] },
      {
        title: w.decisions.how,
        cell: (l) => <span class={`wording-line wording-line--${l.is}`}>{w.decisions[l.is]}</span>,
      },
      { title: w.decisions.text, cell: (l) => (l.is === 'removed' ? <del>{l.text}</del> : <ins>{l.text}</ins>) },
    ]}
  />
)

interface VersionsProps {
  readonly kind: WordedLetter
  readonly versions: readonly WordingVersion[]
  /** No version can be written while one waits. */
  readonly mayTakeUp: boolean
  readonly w: Words
}
export function Versions({ kind, versions, mayTakeUp, w }: VersionsProps): JSX.Element | null {
  if (versions.length === 0) return null
  const t = w.decisions
  const here = `/desk/letter-wordings/${kind}`
  const takeUp = (n: number) =>
    mayTakeUp && (
      <a href={`${here}?from=${n}`}>
        {t.takeUp}
        <span class="usa-sr-only"> ({n === 0 ? t.own : t.versionNo(n)})</span>
      </a>
    )
  return (
    <>
      <Table
        caption={t.versions}
        rows={versions}
        rowKey={(v) => String(v.version)}
        columns={[
          {
            title: t.versionColumn,
            cell: (v) => <a href={`${here}?version=${v.version}`}>{t.versionNo(v.version)}</a>,
          },
          {
            title: t.changedBy,
            cell: (v) => (
              <>
                {`${v.changedByName ?? t.someone}, ${time.at(v.changedAt, siteZone)}`}
                <span class="quiet below">{v.reason}</span>
              </>
            ),
          },
          {
            title: t.state,
            cell: (v) => (
              <>
                {t.wordingStates[v.state]}
                {v.answeredAt && (
                  <span class="quiet below">
                    {`${v.answeredByName ?? t.someone}, ${time.at(v.answeredAt, siteZone)}`}
                    {v.answer && `: ${v.answer}`}
                  </span>
                )}
              </>
            ),
          },
          { title: t.lettersWritten, numeric: true, cell: (v) => v.letters },
          ...(mayTakeUp ? [{ title: t.goBack, cell: (v: WordingVersion) => takeUp(v.version) }] : []),
        ]}
      />
      {mayTakeUp && (
        <p>
          {t.own}: {takeUp(0)}
        </p>
      )}
    </>
  )
}
