/** What a change application changes: the record it began with beside the answers now. */
import type { ComponentChildren } from 'preact'
import type { Db } from '#db/db.ts'
import { findFile } from '#db/queries/application/application-file.ts'
import { type ApplicationPermit, applicationSubject, findApplication } from '#db/queries/application/applications.ts'
import { findBasisVersion } from '#db/queries/enrollment/enrollment-versions.ts'
import { applicationForm } from '#forms/application-form.ts'
import { relevant, sectionsOf } from '#forms/kit/form.ts'
import { type Change, diffSection } from '#forms/kit/say.ts'
import type { Answers } from '#forms/kit/section.ts'
import { page } from '#web/kit/page.ts'
import { BackLink, Table } from '#web/kit/parts.tsx'
import { notFound, show } from '#web/kit/reply.ts'
import type { Words } from '#words/index.ts'
import { applicationPath } from './section-order.ts'
import type { ViewAsk } from './whole-application.ts'

interface Changed {
  readonly title: string
  readonly changes: readonly Change[]
}

/** Section by section, only what differs; undefined for an application that began with no record. */
export async function listChanges(
  db: Db,
  permit: ApplicationPermit,
  w: Words,
): Promise<readonly Changed[] | undefined> {
  const basis = await findBasisVersion(db, permit)
  if (!basis) return undefined
  const form = applicationForm(await findApplication(db, permit))
  const file = relevant(form, await findFile(db, permit))
  return sectionsOf(form).flatMap((s) => {
    const words = w.forms[form.id]!.sections[s.id]!
    const changes = diffSection(s, words, relevant(form, basis.file), file, w.values)
    const { item: listed } = words
    if (!listed) return changes.length > 0 ? [{ title: words.title, changes }] : []
    // Of a list each item by itself, so that it is plain whose date or street changes.
    return [...new Set(changes.map((c) => c.itemId))].map((itemId) => {
      const there = [file[s.id] ?? [], basis.file[s.id] ?? []].find((items) => items.some((i) => i.id === itemId)) ?? []
      const at = there.findIndex((i) => i.id === itemId)
      const which = [w.portal.section.itemTitle(listed.one, at + 1), calledOf(there[at]?.answers ?? {})]
      return {
        title: `${words.title}: ${which.filter(Boolean).join(', ')}`,
        changes: changes.filter((c) => c.itemId === itemId),
      }
    })
  })
}

/** What an item of a list is called by people: a name, or a number. None of these is restricted. */
function calledOf(a: Answers): string {
  const said = (...names: readonly string[]) => names.flatMap((n) => (typeof a[n] === 'string' ? [a[n]] : [])).join(' ')
  return said('legalName') || said('name') || said('first', 'last') || said('number')
}

interface TablesProps {
  readonly changed: readonly Changed[]
  readonly w: Words
  /** What the two columns are; otherwise the record and the change. */
  readonly heads?: { readonly was: string; readonly is: string }
}
/** One table for each section in which something differs. */
export const ChangesTables = ({ changed, w, heads = w.portal.change }: TablesProps) => {
  const t = w.portal.change
  return (
    <>
      {changed.map((c) => (
        <Table
          key={c.title}
          caption={c.title}
          rows={c.changes}
          rowKey={(r) => `${r.itemId}-${r.name}`}
          columns={[
            { title: t.question, cell: (r) => r.ask },
            { title: heads.was, cell: (r) => r.was ?? t.none },
            { title: heads.is, cell: (r) => <strong>{r.is ?? t.none}</strong> },
          ]}
        />
      ))}
    </>
  )
}

export const changesPage = page({
  path: '/applications/:applicationId/changes',
  action: 'application.view',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  async get({ db, permit, w, subject }: ViewAsk) {
    const t = w.portal.change
    const changed = await listChanges(db, permit, w)
    if (!changed) return notFound
    const body: ComponentChildren =
      changed.length === 0 ? <p>{t.nothing}</p> : <ChangesTables changed={changed} w={w} />
    return show(
      t.diffTitle,
      <>
        <BackLink href={applicationPath(subject.id)} w={w} label={w.portal.tasks.backToList} />
        <h1>{t.diffTitle}</h1>
        <p class="usa-intro">{t.diffIntro}</p>
        {body}
      </>,
    )
  },
})
