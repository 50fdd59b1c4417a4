/** An application of Dr. Vega with an analyst's recommendation, for tests of what a supervisor decides. */
import type { Db } from '#db/db.ts'
import { day } from '#domain/dates.ts'
import type { File } from '#forms/kit/section.ts'
import { drVega } from '#test/people/dr-vega.ts'
import type { DeskWorld } from '../case/desk.fixture.ts'
import { permitFor } from '../case/filed.fixture.ts'
import { takeCase } from '../case/take-case.ts'
import { bringAsked } from '../level/level.fixture.ts'
import { recordLicense } from '../screening/judge-checks.ts'
import { screenApplication } from '../screening/screen-application.ts'
import { disposeAll } from '../screening/screening.fixture.ts'
import { licensesOf } from '../screening/screening-subjects.ts'
import { must, now } from './decisions.fixture.ts'
import { recommendApplication } from './recommend-application.ts'

/** Everything up to the recommendation. */
export async function recommended(db: Db, world: DeskWorld, id: string, file: File = drVega): Promise<void> {
  const permit = await permitFor(db, world.analyst, 'application.review', id)
  await must(takeCase(db, permit, now))
  await must(screenApplication(db, permit, now))
  for (const { subject } of licensesOf(file))
    await must(
      recordLicense(
        db,
        permit,
        {
          subject,
          site: 'board.example',
          standing: 'active',
          expiresOn: day('2027-12-31'),
          seenOn: day('2026-11-25'),
          note: undefined,
        },
        now,
      ),
    )
  await disposeAll(db, permit, now)
  await bringAsked(db, permit, now)
  await must(recommendApplication(db, permit, '', now))
}
