/** Brings answers in from a file, and shows what is asked anew. */

import { findFile } from '#db/queries/application/application-file.ts'
import { type ApplicationSubject, applicationSubject, findApplication } from '#db/queries/application/applications.ts'
import { allows } from '#domain/application/lifecycle.ts'
import type { Problem } from '#domain/result.ts'
import { formOfToday } from '#forms/application-form.ts'
import type { AskedAnew, Fitted } from '#forms/drafts/draft-file.ts'
import { bringInFile, DRAFT_BYTES, editionGap, moveToEdition } from '#use-cases/drafts/bring-in.ts'
import { editionOf } from '#use-cases/editions/standing.ts'
import { FileBox } from '#web/kit/file-box.tsx'
import { type Ask, page } from '#web/kit/page.ts'
import { Alert, BackLink, Button, ErrorSummary, Form } from '#web/kit/parts.tsx'
import { redirect, show } from '#web/kit/reply.ts'
import { applicationPath } from '../application/section-order.ts'

type EditAsk = Ask<'application.edit', ApplicationSubject>

export const bringInPage = page({
  path: '/applications/:applicationId/bring-in',
  action: 'application.edit',
  // It may change bank and tax answers.
  stepUp: true,
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  get: async (ask) =>
    allows(ask.subject.status, 'submit') ? draw(ask, []) : redirect(applicationPath(ask.subject.id)),
  post: {
    fields: [],
    upload: { field: 'file', maxBytes: DRAFT_BYTES, maxFiles: 1 },
    async handle(ask) {
      const { db, permit, uploads, now } = ask
      const [upload] = uploads
      if (!upload || upload.bytes.length === 0) return draw(ask, [{ code: 'file-missing', at: 'file' }])
      if (upload.tooLarge) return draw(ask, [{ code: 'file-too-large', at: 'file', with: { max: 2 } }])
      const done = await bringInFile(db, permit, upload.bytes.toString('utf8'), now)
      return done.ok ? broughtIn(ask, done.value) : draw(ask, done.problems)
    },
  },
})

/** What another edition asks, and the button that goes on with it. */
export const editionPage = page({
  path: '/applications/:applicationId/edition',
  action: 'application.edit',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  async get(ask) {
    const { db, permit, w, visit, now, subject } = ask
    const header = await findApplication(db, permit)
    const gap = editionGap(header, await findFile(db, permit), now)
    if (!gap || !allows(subject.status, 'submit')) return redirect(applicationPath(subject.id))
    const t = w.drafts
    const standing = await editionOf(db, header, now)
    return show(
      t.editionTitle,
      <>
        <BackLink href={applicationPath(subject.id)} w={w} />
        <h1>{t.editionTitle}</h1>
        <p class="usa-intro">{t.editionIntro(header.edition, formOfToday(header).edition)}</p>
        {standing.state !== 'current' && (
          <Alert kind="warning">
            {t.editionBanner[standing.state](header.edition, standing.until && w.portal.time.day(standing.until))}
          </Alert>
        )}
        <Changes fitted={gap} form={header.form} w={w} />
        <Form visit={visit}>
          <div class="form-buttons">
            <Button>{t.editionGo}</Button>
            {standing.state === 'accepted' && (
              <a class="usa-button usa-button--outline" href={applicationPath(subject.id)}>
                {t.editionStay(header.edition)}
              </a>
            )}
          </div>
        </Form>
      </>,
    )
  },
  post: {
    fields: [],
    async handle({ db, permit, now, subject }) {
      // Somebody else may have gone on already: the task list is right then too.
      await moveToEdition(db, permit, now)
      return redirect(applicationPath(subject.id))
    },
  },
})

function draw({ w, visit, subject }: EditAsk, problems: readonly Problem[]) {
  const t = w.drafts
  const [problem] = problems
  return show(
    problem ? `${w.layout.errorPrefix}${t.title}` : t.title,
    <div class="one-thing">
      <BackLink href={applicationPath(subject.id)} w={w} />
      <ErrorSummary problems={problems} w={w} nameOf={() => t.file} />
      <h1>{t.title}</h1>
      <p class="usa-intro">{t.intro}</p>
      <Form visit={visit} multipart>
        <FileBox label={t.file} accept=".json,application/json" problem={problem} w={w} />
        <Button>{t.button}</Button>
      </Form>
    </div>,
    { status: problem ? 422 : 200 },
  )
}

function broughtIn({ w, subject }: EditAsk, fitted: Fitted) {
  const t = w.drafts
  return show(
    t.doneTitle,
    <>
      <h1>{t.doneTitle}</h1>
      <p>{t.done(Object.keys(fitted.file).length)}</p>
      <Changes fitted={fitted} form={subject.form} w={w} />
      <p>
        <a class="usa-button" href={applicationPath(subject.id)}>
          {t.toList}
        </a>
      </p>
    </>,
  )
}

function Changes({ fitted, form, w }: { readonly fitted: Fitted; readonly form: string; readonly w: EditAsk['w'] }) {
  const t = w.drafts
  return (
    <>
      <h2>{t.anewTitle}</h2>
      {fitted.anew.length === 0 ? <p>{t.anewNone}</p> : <List of={fitted.anew} form={form} w={w} />}
      {fitted.dropped.length > 0 && (
        <>
          <h2>{t.droppedTitle}</h2>
          <List of={fitted.dropped} form={form} w={w} />
        </>
      )}
    </>
  )
}

function List({ of, form, w }: { readonly of: readonly AskedAnew[]; readonly form: string; readonly w: EditAsk['w'] }) {
  const words = w.forms[form]?.sections ?? {}
  const lines = of.map(({ sectionId, question }) => {
    const section = words[sectionId]
    const ask = question ? (section?.questions[question]?.ask ?? question) : w.drafts.whole
    return `${section?.title ?? sectionId}: ${ask}`
  })
  return (
    <ul class="usa-list">
      {[...new Set(lines)].map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
