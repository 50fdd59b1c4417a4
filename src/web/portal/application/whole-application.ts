/** One application with everything its pages draw from: header, form, its words and the answers. */
import type { Db } from '#db/db.ts'
import { findWithFile, type StoredFile } from '#db/queries/application/application-file.ts'
import type { ApplicationHeader, ApplicationPermit, ApplicationSubject } from '#db/queries/application/applications.ts'
import { type Day, dayIn } from '#domain/dates.ts'
import { applicationForm } from '#forms/application-form.ts'
import type { Form } from '#forms/kit/form.ts'
import type { FormWords } from '#forms/kit/words.ts'
import type { Ask } from '#web/kit/page.ts'
import type { Words } from '#words/index.ts'

export interface WholeApplication {
  readonly header: ApplicationHeader
  readonly form: Form
  readonly words: FormWords
  readonly file: StoredFile
  /** The civil day where the contractor is. */
  readonly today: Day
}

/** Of whoever may see an application. */
export type ViewAsk = Ask<'application.view', ApplicationSubject>

interface From {
  readonly db: Db
  readonly permit: ApplicationPermit
  readonly now: Date
  readonly w: Words
}
export async function wholeApplication({ db, permit, now, w }: From): Promise<WholeApplication> {
  const { header, file } = await findWithFile(db, permit)
  const form = applicationForm(header)
  const words = w.forms[form.id]
  if (!words) throw new Error(`no words for ${form.id}`)
  const today = dayIn(header.contractorZone, now)
  return { header, form, words, file, today }
}
