/** The papers of an appeal: the list with a box to add one, and each as a file. */
import type { JSX } from 'preact'
import type { AppealDocument } from '#db/queries/decisions/appeal-history.ts'
import { type AppealSubject, appealSubject } from '#db/queries/decisions/appeals.ts'
import type { Problem } from '#domain/result.ts'
import { readAppealPaper } from '#use-cases/appeals/read-paper.ts'
import { documentMaxMegabytes } from '#use-cases/documents/judge-file.ts'
import { FileBox } from '#web/kit/file-box.tsx'
import { type Ask, page } from '#web/kit/page.ts'
import { Button, Form } from '#web/kit/parts.tsx'
import { download, notFound } from '#web/kit/reply.ts'
import { showWithheld } from '#web/kit/withheld.tsx'
import { appealPath } from './appeal-paths.ts'

export const appealPaperPage = page({
  path: '/appeals/:appealId/papers/:paperId',
  action: 'appeal.view',
  subject: (db, { appealId }) => appealSubject(db, appealId),
  async get({ db, permit, services, params, w, subject: s }) {
    const paper = await readAppealPaper(db, permit, services, params.paperId)
    if (!paper) return notFound
    if (typeof paper === 'string') return showWithheld(w, paper, appealPath(s.id))
    return download(paper.bytes, paper.mediaType, paper.fileName)
  },
})

interface PapersProps {
  readonly ask: Ask<'appeal.view' | 'appeal.file', AppealSubject>
  readonly documents: readonly AppealDocument[]
  readonly mayAdd: boolean
  readonly problems: readonly Problem[]
}
export function Papers({ ask: { w, visit, subject: s }, documents, mayAdd, problems }: PapersProps): JSX.Element {
  const t = w.appeals
  const problem = problems.find((p) => p.at === 'file')
  return (
    <section aria-labelledby="papers">
      <h2 id="papers">{t.papers}</h2>
      {documents.length === 0 ? (
        <p>{t.noPapers}</p>
      ) : (
        <ul class="usa-list">
          {documents.map((d) => (
            <li key={d.id}>
              <a class="usa-link" href={appealPath(s.id, `/papers/${d.id}`)}>
                {d.fileName}
              </a>
            </li>
          ))}
        </ul>
      )}
      {mayAdd && (
        <Form visit={visit} action={appealPath(s.id, '/papers')} multipart>
          <FileBox label={t.addPaper} hint={w.layout.fileHint(documentMaxMegabytes)} problem={problem} w={w} />
          <Button kind="outline">{t.upload}</Button>
        </Form>
      )}
    </section>
  )
}
