/**
 * What is published of the service: days to a decision, first pass and what is most often asked for, from the same
 * queries as the desks' reports. Nothing of who works there, and no figure that would be about one applicant. Reads.
 */
import type { Db } from '#db/db.ts'
import { countAskedItems } from '#db/queries/reports/asked-items.ts'
import type { Scope } from '#db/queries/reports/counted-cases.ts'
import { countInventory } from '#db/queries/reports/inventory.ts'
import { countFirstPass, measureTimeliness } from '#db/queries/reports/outcomes.ts'
import type { Permit } from '#domain/access/policy.ts'
import type { Period } from '#domain/reports/period.ts'
import { LEAST_PUBLISHED } from '#domain/reports/service-paths.ts'
import type { Sheet } from '#domain/reports/sheet.ts'
import type { Words } from '#words/index.ts'
import { askedSheet } from './reason-sheets.ts'
import { targetsInForce } from './service-targets.ts'
import { firstPassSheet, timelinessSheet } from './time-sheets.ts'

/** Of what is asked for, so many are named. */
const MOST_ASKED = 5

export interface PublishedLevels {
  readonly open: number
  readonly timeliness: Sheet
  readonly firstPass: Sheet
  readonly asked: Sheet
}

export async function publishedLevels(
  db: Db,
  permit: Permit<'public.view'>,
  scope: Scope,
  period: Period,
  w: Words,
): Promise<PublishedLevels> {
  const targets = await targetsInForce(db)
  const measured = await measureTimeliness(db, permit, scope, period, targets)
  const forms = await countFirstPass(db, permit, scope, period)
  const asked = await countAskedItems(db, permit, scope, period)
  const inventory = await countInventory(db, permit, scope)
  const sections = new Set(asked.map((a) => a.sectionId)).size
  return {
    open: inventory.reduce((sum, r) => sum + r.cases, 0),
    timeliness: timelinessSheet(measured, targets, w, LEAST_PUBLISHED),
    firstPass: firstPassSheet(
      forms.filter((f) => f.decided >= LEAST_PUBLISHED),
      w,
    ),
    asked: askedSheet(sections > MOST_ASKED ? asked.slice(0, MOST_ASKED) : asked, w),
  }
}
