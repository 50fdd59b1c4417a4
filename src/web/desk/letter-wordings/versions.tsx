/** What a wording says otherwise than another, and its versions. */
import type { JSX } from 'preact'
import type { WordingVersion } from '#db/queries/decisions/wordings.ts'
import { siteZone } from '#domain/dates.ts'
import type { DiffLine, WordedLetter } from '#domain/decisions/wording.ts'
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
  readonly w: Words
}
export const Versions = ({ kind, versions, w }: VersionsProps): JSX.Element | null =>
  versions.length === 0 ? null : (
    <Table
      caption={w.decisions.versions}
      rows={versions}
      rowKey={(v) => String(v.version)}
      columns={[
        {
          title: w.decisions.version,
          cell: (v) => (
            <a href={`/desk/letter-wordings/${kind}?version=${v.version}`}>{w.decisions.versionNo(v.version)}</a>
          ),
        },
        {
          title: w.decisions.changedBy,
          cell: (v) => `${v.changedByName ?? w.decisions.someone}, ${time.at(v.changedAt, siteZone)}`,
        },
        { title: w.decisions.changedWhy, cell: (v) => v.reason },
      ]}
    />
  )
