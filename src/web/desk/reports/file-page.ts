/** One figure of a desk as CSV: the rows of the table on the page, under the same rights. */
import { csvFile } from '#domain/reassignment/csv-cell.ts'
import { isFigureName } from '#domain/reports/figures.ts'
import { findSheet } from '#use-cases/reports/desk-sheets.ts'
import { page } from '#web/kit/page.ts'
import { download, notFound } from '#web/kit/reply.ts'
import { visitorsContractor } from '../contractor-subject.ts'
import { readAsked, reportFields } from './asked-report.ts'

export const reportFilePage = page({
  path: '/desk/reports/csv',
  action: 'reports.view',
  subject: visitorsContractor,
  query: [...reportFields, 'figure'],
  async get({ db, permit, query, now, w }) {
    const asked = await readAsked(db, permit, query, now)
    const name = query.figure ?? 'inventory'
    if (!isFigureName(name) || asked.problems.length > 0) return notFound
    const sheet = await findSheet(db, permit, name, asked, w)
    if (!sheet) return notFound
    const { from, to } = asked.period
    const text = csvFile([sheet.columns.map((c) => c.title), ...sheet.rows])
    return download(Buffer.from(text), 'text/csv; charset=utf-8', `${name}-${from}-${to}.csv`)
  },
})
