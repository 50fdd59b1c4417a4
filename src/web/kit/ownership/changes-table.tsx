/** What changed in ownership against an earlier structure, as a table. */
import type { JSX } from 'preact'
import { compareStructures } from '#domain/ownership/compare-structures.ts'
import type { Interest, OwnershipStructure } from '#domain/ownership/party.ts'
import { Table } from '#web/kit/parts.tsx'
import type { Words } from '#words/index.ts'

interface ChangesProps {
  readonly was: OwnershipStructure
  readonly is: OwnershipStructure
  readonly w: Words
}
export function OwnershipChanges({ was, is, w }: ChangesProps): JSX.Element {
  const t = w.ownership
  const changes = compareStructures(was, is)
  const said = (i: Interest | undefined) => (i ? t.interestSince(i) : w.values.notProvided)
  if (changes.length === 0) return <p>{t.compareNone}</p>
  return (
    <Table
      caption={t.compareCaption}
      rows={changes}
      rowKey={(c) => `${c.owner}/${c.owned}/${c.role}`}
      columns={[
        { title: t.change.owner, cell: (c) => c.owner },
        { title: t.change.owned, cell: (c) => c.owned },
        { title: t.change.was, cell: (c) => said(c.was) },
        {
          title: t.change.is,
          cell: (c) => (
            <>
              {said(c.is)} <strong class="difference">{t.changes[c.what]}</strong>
            </>
          ),
        },
      ]}
    />
  )
}
