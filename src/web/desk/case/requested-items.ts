/** The questions that an analyst picked and the words so far, read from the form. Pure. */
import { type Form, sectionOf } from '#forms/kit/form.ts'
import type { File } from '#forms/kit/section.ts'
import type { LibraryWording } from '#use-cases/wordings/library.ts'
import type { Fields } from '#web/kit/page.ts'
import type { Words } from '#words/index.ts'

const MOST = 30
interface Answered {
  readonly form: Form
  readonly file: File
}

export interface Asking {
  readonly index: number
  /** "section/item/question". */
  readonly field: string
  readonly section: string
  readonly item: string
  readonly question: string
  /** The question in words. */
  readonly ask: string
  readonly library: string
  readonly wording: string
  readonly cite: string
  readonly version: number
}

const indexes = Array.from({ length: MOST }, (_, i) => i)
export const askingNames: readonly string[] = indexes.flatMap((i) => [`field-${i}`, `library-${i}`, `wording-${i}`])

/** Wordings that a section most often needs. */
const usual: Readonly<Record<string, string>> = {
  licenses: 'license',
  'practice-locations': 'location',
  'electronic-payment': 'bank',
  'legal-history': 'adverse-action',
  'legal-actions': 'adverse-action',
}

/** From the ticked boxes, joined by commas: what is no question of this file is left out, and so is more than thirty. */
export const beginAsking = (
  picked: string,
  loaded: Answered,
  library: readonly LibraryWording[],
  /** Fields that are not what the NPI registry says. */
  differing: ReadonlySet<string>,
  w: Words,
): readonly Asking[] =>
  picked
    .split(',')
    .flatMap((field) => {
      const most = usual[field.split('/')[0] ?? ''] ?? 'unclear'
      const wording = wordingOf(library, differing.has(field) ? 'differs-from-registry' : most)
      return place(field, loaded, w).map((p) => ({
        ...p,
        library: wording.id,
        wording: wording.text,
        cite: wording.cite,
        version: wording.version,
      }))
    })
    .slice(0, MOST)
    .map((a, index) => ({ ...a, index }))

/** From the second step. The button "fill-3" puts the chosen wording of item 3 into its box. */
export const askingFrom = (
  posted: Fields,
  loaded: Answered,
  library: readonly LibraryWording[],
  w: Words,
): readonly Asking[] =>
  indexes.flatMap((index) => {
    const wording = wordingOf(library, posted[`library-${index}`] ?? '')
    const typed = posted.go === `fill-${index}` ? wording.text : (posted[`wording-${index}`] ?? '')
    return place(posted[`field-${index}`] ?? '', loaded, w).map((p) => ({
      ...p,
      index,
      library: wording.id,
      wording: typed,
      cite: wording.cite,
      version: wording.version,
    }))
  })

const wordingOf = (library: readonly LibraryWording[], id: string): LibraryWording =>
  library.find((l) => l.id === id) ?? library[0]!

/** The question in the file that a field names, or nothing. */
function place(field: string, { form, file }: Answered, w: Words) {
  const [section = '', item = '', question = ''] = field.split('/')
  const declared = sectionOf(form, section)?.questions
  const words = w.forms[form.id]?.sections[section]?.questions[question]
  const isThere = declared && Object.hasOwn(declared, question) && file[section]?.some((i) => i.id === item)
  return isThere && words ? [{ field, section, item, question, ask: words.ask }] : []
}

/** "Licenses: license 2", or the title of a section that does not repeat. */
export function titleOf({ form, file }: Answered, section: string, item: string, w: Words): string {
  const words = w.forms[form.id]?.sections[section]
  const at = (file[section] ?? []).findIndex((i) => i.id === item)
  return words?.item
    ? `${words.title}: ${w.portal.section.itemTitle(words.item.one, at + 1)}`
    : (words?.title ?? section)
}
