/** A figure on a page: what it counts, its picture, its table. The same rows are in its CSV file. */
import type { ComponentChildren, JSX } from 'preact'
import type { Sheet } from '#domain/reports/sheet.ts'
import type { Words } from '#words/index.ts'
import { Table } from '../parts.tsx'
import { Bars } from './bars.tsx'
import { Lines } from './lines.tsx'

type Row = readonly (string | number)[]
interface SheetProps {
  readonly sheet: Sheet
  readonly w: Words
  readonly title?: string
  /** After the table: where its file is. */
  readonly children?: ComponentChildren
}
export function SheetShown({ sheet, w, title = sheet.title, children }: SheetProps): JSX.Element {
  const { picture } = sheet
  return (
    <section class="sheet" aria-labelledby={`sheet-${sheet.name}`}>
      <h2 id={`sheet-${sheet.name}`}>{title}</h2>
      <p class="sheet__means">{sheet.means}</p>
      {sheet.rows.length === 0 ? (
        <p>{w.reports.nothing}</p>
      ) : (
        <>
          {picture.kind === 'bars' ? (
            <Bars parts={picture.parts} rows={picture.rows} says={`${title}. ${sheet.says}`} />
          ) : (
            <Lines
              id={`chart-${sheet.name}`}
              title={title}
              says={sheet.says}
              points={picture.points}
              series={picture.series}
            />
          )}
          <p class="sheet__says">{sheet.says}</p>
          <Table
            caption={title}
            rows={sheet.rows}
            rowKey={(r: Row) => r.slice(0, 2).join(' / ')}
            rowClass={(r: Row) => (isTotal(r, w) ? 'sheet__total' : undefined)}
            columns={sheet.columns.map((c, i) => ({
              title: c.title,
              numeric: c.numeric === true,
              cell: (r: Row) => said(r[i]),
            }))}
          />
        </>
      )}
      {children}
    </section>
  )
}

const said = (value: string | number | undefined): string =>
  typeof value === 'number' ? value.toLocaleString('en-US') : (value ?? '')
const isTotal = ([first]: Row, w: Words): boolean => first === w.reports.total || first === w.reports.deskTotal
