/**
 * The figures of a desk, each as a sheet: page, paper and CSV file show the same rows. Reads; the permit says of which
 * contractor, and who did how much needs a permit of its own.
 */
import type { Db } from '#db/db.ts'
import { countAskedItems } from '#db/queries/reports/asked-items.ts'
import type { Scope } from '#db/queries/reports/counted-cases.ts'
import { countAges, countFlow, countInventory } from '#db/queries/reports/inventory.ts'
import { countDecisions, countFirstPass, measureTimeliness } from '#db/queries/reports/outcomes.ts'
import { measureWorkload } from '#db/queries/reports/workload.ts'
import { authorize, type Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import { type FigureName, figureNames } from '#domain/reports/figures.ts'
import { type Period, partsOf } from '#domain/reports/period.ts'
import type { Sheet } from '#domain/reports/sheet.ts'
import type { Words } from '#words/index.ts'
import { askedSheet, decisionsSheet } from './reason-sheets.ts'
import { targetsInForce } from './service-targets.ts'
import { agesSheet, flowSheet, inventorySheet, workloadSheet } from './stock-sheets.ts'
import { firstPassSheet, timelinessSheet } from './time-sheets.ts'

export interface Asked {
  readonly scope: Scope
  readonly period: Period
  /** In the contractor's zone. */
  readonly today: Day
}

/** One figure; undefined when whoever asks may not see it. */
export async function findSheet(
  db: Db,
  permit: Permit<'reports.view'>,
  name: FigureName,
  { scope, period, today }: Asked,
  w: Words,
): Promise<Sheet | undefined> {
  switch (name) {
    case 'inventory':
      return inventorySheet(await countInventory(db, permit, scope), w)
    case 'flow':
      return flowSheet(await countFlow(db, permit, scope, partsOf(period)), w)
    case 'ageing':
      return agesSheet(await countAges(db, permit, scope, today), w)
    case 'timeliness': {
      const targets = await targetsInForce(db)
      return timelinessSheet(await measureTimeliness(db, permit, scope, period, targets), targets, w)
    }
    case 'first-pass':
      return firstPassSheet(await countFirstPass(db, permit, scope, period), w)
    case 'asked':
      return askedSheet(await countAskedItems(db, permit, scope, period), w)
    case 'decisions':
      return decisionsSheet(await countDecisions(db, permit, scope, period), w)
    case 'workload': {
      const leads = authorize(permit.actor, 'workload.view', permit.subject)
      return leads.ok ? workloadSheet(await measureWorkload(db, leads.value, scope, period), w) : undefined
    }
  }
}

/** Every figure that whoever asks may see, in the order of the page. */
export async function listSheets(db: Db, permit: Permit<'reports.view'>, asked: Asked, w: Words): Promise<Sheet[]> {
  const sheets: Sheet[] = []
  for (const name of figureNames) {
    const sheet = await findSheet(db, permit, name, asked, w)
    if (sheet) sheets.push(sheet)
  }
  return sheets
}
