/** Brings the directory up to date with the site's own words, and forgets exports whose day is over. */
import type { Db } from '#db/db.ts'
import { sweepExports } from '#db/records/fhir/exports.ts'
import type { Permit } from '#domain/access/policy.ts'
import type { Snapshot } from '#domain/eligibility/snapshot.ts'
import type { Site } from '#outside/services.ts'
import { directorySite, directoryWords } from './directory-words.ts'
import { keptSince } from './export-directory.ts'
import { publishDirectory } from './publish-directory.ts'

export async function publishNow(
  db: Db,
  permit: Permit<'system.run'>,
  { site, snapshot }: { readonly site: Site; readonly snapshot: () => Snapshot },
  now: Date,
): Promise<number> {
  await sweepExports(db, permit, keptSince(now))
  return publishDirectory(db, permit, { site: directorySite(site), words: directoryWords, snapshot }, now)
}
