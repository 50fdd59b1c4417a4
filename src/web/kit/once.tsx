/**
 * Forms of pages that make something (`once`): each drawn form has a token, and the same form with the same contents is
 * answered as it was the first time. Whoever presses twice without JavaScript has one program, and still sees its key.
 */
import { createHash } from 'node:crypto'
import { render } from 'preact-render-to-string'
import type { Db } from '#db/db.ts'
import type { AnyPage, Fields, Upload, VisitSession } from './page.ts'
import type { NotFound, Redirect, Reply, Shown } from './reply.ts'

export interface OnceParts {
  readonly db: Db
  readonly sendOnce?: SendOnce | undefined
}
export type SendOnce = <T>(
  db: Db,
  key: string,
  work: (tx: Db) => Promise<{ readonly answer: T; readonly kept: string | undefined }>,
  now: Date,
) => Promise<{ readonly answer: T } | { readonly again: string }>
interface Sent {
  readonly path: string
  /** Of the form, as it was drawn. */
  readonly token: string | undefined
  readonly fields: Fields
  readonly uploads: readonly Upload[]
  readonly session: VisitSession | undefined
}

/** Runs `act` once for this form. A page without `once`, or a form without its token, is simply run. */
export async function actOnce(
  parts: OnceParts,
  p: AnyPage,
  sent: Sent,
  now: Date,
  act: (db: Db) => Promise<Reply | NotFound>,
): Promise<Reply | NotFound> {
  if (!p.post?.once || !parts.sendOnce || !sent.session || !sent.token) return act(parts.db)
  const done = await parts.sendOnce(
    parts.db,
    keyOf(sent, sent.session),
    async (tx) => {
      const answer = await act(tx)
      return { answer, kept: kept(answer) }
    },
    now,
  )
  return 'answer' in done ? done.answer : given(done.again)
}

/** Everything that makes it the same form: what was typed differs when somebody went back and meant another one. */
function keyOf({ path, token, fields, uploads }: Sent, session: VisitSession): string {
  const digest = createHash('sha256').update(JSON.stringify([session.id, path, token, Object.entries(fields).sort()]))
  for (const u of uploads) digest.update(JSON.stringify([u.field, u.fileName, u.bytes.length])).update(u.bytes)
  return digest.digest('base64url')
}

/**
 * Undefined: a refusal, or an answer that is no page and no way on. Its cookies belong to it: new recovery codes are found
 * by one.
 */
function kept(answer: Reply | NotFound): string | undefined {
  if (answer.kind === 'redirect') {
    const { kind, to, notice, cookies } = answer
    return JSON.stringify({ kind, to, notice, cookies })
  }
  if (answer.kind !== 'show' || answer.status >= 400) return undefined
  const { kind, status, title, wide, cookies } = answer
  return JSON.stringify({ kind, status, title, wide, cookies, html: render(<div>{answer.body}</div>) })
}

function given(text: string): Redirect | Shown {
  const read = JSON.parse(text) as Redirect | (Omit<Shown, 'body'> & { readonly html: string })
  if (read.kind === 'redirect') return read
  const { html, ...shown } = read
  // Drawn by the same renderer the first time.
  return { ...shown, body: <div dangerouslySetInnerHTML={{ __html: html }} /> }
}
