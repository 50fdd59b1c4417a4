/** The text of a mail with {placeholders}: what it may and must name, and the mail that it becomes. Plain text. Pure. */
import { ok, type Problem, type Result, refuse } from '../result.ts'
import { isSecurityMail, type MailKind, obligatory } from './mail-kinds.ts'

export interface MailText {
  readonly subject: string
  readonly body: string
}

/** A mail as it leaves, and what it was written from, so that an edited text can take the place of the product’s own. */
export interface Mail extends MailText {
  readonly worded?: Worded
}
export interface Worded {
  readonly kind: MailKind
  readonly values: Readonly<Record<string, string>>
}

const HOLE = /\{([^{}]*)\}/g
export const mostSubject = 150
export const mostBody = 4000

const namesIn = (text: string): readonly string[] => [...text.matchAll(HOLE)].map((m) => m[1]!)
/** Everything that a text names, each once, in order. */
export const holesIn = ({ subject, body }: MailText): readonly string[] => [
  ...new Set([...namesIn(subject), ...namesIn(body)]),
]

/** What somebody typed, without blank ends and with one kind of line break. */
export const tidyMailText = ({ subject, body }: MailText): MailText => ({
  subject: subject.trim(),
  body: body.replace(/\r\n?/g, '\n').replace(/\s+$/, '').replace(/^\n+/, ''),
})

/**
 * Judges an edited text against the product’s own, which names everything that can be filled in. Refuses at the box with
 * `required`, `too-long`, `bad-character` for what is not plain text, `broken-placeholder`, `unknown-placeholder`,
 * `placeholder-missing`, and in mails about accounts `typed-address`.
 */
export function checkMailText(kind: MailKind, own: MailText, text: MailText): Result<MailText> {
  const offers = holesIn(own)
  const problems = (['subject', 'body'] as const).flatMap((at) => boxProblem(kind, offers, at, text[at]) ?? [])
  const [first, ...more] = problems
  if (first) return refuse(first, ...more)
  const inBody = namesIn(own.body).filter((n) => obligatory.includes(n) && !namesIn(text.body).includes(n))
  const names = [...new Set(inBody)].map((n) => `{${n}}`).join(', ')
  return names === '' ? ok(text) : refuse({ code: 'placeholder-missing', at: 'body', with: { names } })
}

function boxProblem(kind: MailKind, offers: readonly string[], at: keyof MailText, said: string): Problem | undefined {
  const max = at === 'subject' ? mostSubject : mostBody
  if (said.trim() === '') return { code: 'required', at }
  if (said.length > max) return { code: 'too-long', at, with: { max } }
  // Controls would end a header; marks of direction and width nothing would make an address read as another.
  if (/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/u.test(at === 'body' ? said.replaceAll('\n', '') : said))
    return { code: 'bad-character', at }
  if (/[{}]/.test(said.replace(HOLE, ''))) return { code: 'broken-placeholder', at }
  const unknown = namesIn(said).find((n) => !offers.includes(n))
  if (unknown !== undefined) return { code: 'unknown-placeholder', at, with: { name: `{${unknown}}` } }
  if (isSecurityMail(kind) && ADDRESS.test(said)) return { code: 'typed-address', at }
  return undefined
}

/** Whatever a mail program may make a link of, a bare "elsewhere.example" too. */
const ADDRESS = /https?:|www\.|:[/]{2}|[\p{L}\p{N}}-]\.\p{L}{2}/iu

/** The mail of one occasion. A subject stays one line, whatever is filled in; blank lines that an empty value leaves go. */
export const fillMailText = ({ subject, body }: MailText, values: Readonly<Record<string, string>>): MailText => ({
  subject: filled(subject, values).replace(/\s+/g, ' ').trim(),
  body: filled(body, values),
})
const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(HOLE, (whole, name: string) => (Object.hasOwn(values, name) ? values[name]! : whole))

export interface ChangedLine {
  readonly is: 'removed' | 'added'
  readonly at: keyof MailText
  readonly text: string
}
/** Lines that only one of two texts has; blank lines do not count. */
export const changedLines = (before: MailText, after: MailText): readonly ChangedLine[] =>
  (['subject', 'body'] as const).flatMap((at) => {
    const [was, is] = [before[at], after[at]].map((s) => s.split('\n').filter((l) => l.trim() !== '')) as [
      string[],
      string[],
    ]
    return [
      ...was.filter((l) => !is.includes(l)).map((text) => ({ is: 'removed', at, text }) as const),
      ...is.filter((l) => !was.includes(l)).map((text) => ({ is: 'added', at, text }) as const),
    ]
  })
