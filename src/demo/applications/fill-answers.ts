/** Writes the answers of an invented application in one statement: saving them page by page takes seconds. */
import { isDeepStrictEqual } from 'node:util'
import { open, vaultOf } from '#db/kit/open.ts'
import { findFile, itemPlace } from '#db/queries/application/application-file.ts'
import { findApplication } from '#db/queries/application/applications.ts'
import { touchApplication } from '#db/records/application/applications.ts'
import { transact } from '#db/records/transact.ts'
import { splitRestricted } from '#forms/kit/answers.ts'
import { sectionsOf } from '#forms/kit/form.ts'
import { readingOf } from '#forms/readings.ts'
import { type DemoCase, permitted, type Stage } from './application-case.ts'

/** Answers the first `share` of the sections; what is there is replaced. */
export async function fill(s: Stage, c: DemoCase, share: number, at: Date): Promise<void> {
  const { actor } = c.owner
  const permit = await permitted(s, actor, 'application.edit', c.applicationId)
  const asked = sectionsOf(readingOf(c.form).form).filter((section) => c.file[section.id])
  const now = asked.slice(0, Math.ceil(asked.length * share))
  await transact(s.db, async (tx) => {
    const seal = (sectionId: string, itemId: string, answers: object) =>
      vaultOf(tx).seal(itemPlace(c.applicationId, sectionId, itemId), JSON.stringify(answers))
    const rows = now.flatMap((section) =>
      c.file[section.id]!.map(({ id, answers }, i) => {
        const split = splitRestricted(section, answers)
        return {
          application_id: c.applicationId,
          section_id: section.id,
          item_id: id,
          position: i + 1,
          answers: JSON.stringify(split.open),
          restricted: Object.keys(split.restricted).length > 0 ? seal(section.id, id, split.restricted) : null,
          updated_at: at,
          updated_by: actor.userId,
        }
      }),
    )
    const { prefilled } = await findApplication(tx, permit)
    const before = await findFile(tx, permit)
    await open(tx)
      .insertInto('section_answers')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['application_id', 'section_id', 'item_id']).doUpdateSet((e) => ({
          answers: e.ref('excluded.answers'),
          restricted: e.ref('excluded.restricted'),
          updated_at: at,
          version: e('section_answers.version', '+', 1),
        })),
      )
      .execute()
    // An answer that the person changed is not the registry's any more.
    const kept = prefilled.filter((from) => {
      const [section = '', question = ''] = from.split('.')
      const answer = (file: typeof c.file) => file[section]?.[0]?.answers[question]
      return isDeepStrictEqual(answer(before), answer(c.file) ?? answer(before))
    })
    await touchApplication(tx, c.applicationId, at, kept)
  })
}
