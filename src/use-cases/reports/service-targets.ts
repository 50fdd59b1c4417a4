/** The days within which we mean to decide: what administrators set, else the usual. Public facts: no permit. */
import type { Db } from '#db/db.ts'
import { findSetting } from '#db/records/settings.ts'
import { servicePaths, type Targets, targetSettings } from '#domain/reports/service-paths.ts'
import { settingKey, settingValue } from '#domain/settings/settings.ts'

export async function targetsInForce(db: Db): Promise<Targets> {
  const pairs: [string, number][] = []
  for (const path of servicePaths) {
    const name = targetSettings[path]
    pairs.push([path, settingValue(name, await findSetting(db, settingKey(name)))])
  }
  return Object.fromEntries(pairs) as Targets
}
