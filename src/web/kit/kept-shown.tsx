/**
 * After signing in again, the page on which something was typed before the time-out is drawn with what was typed in its
 * form, nothing being sent; no script is needed. When that form is no longer there, the page of what was kept says so.
 */
import type { FastifyRequest } from 'fastify'
import type { Db } from '#db/db.ts'
import { authorize } from '#domain/access/policy.ts'
import type { Words } from '#words/index.ts'
import { RESTORED } from './after-time-out.ts'
import { fillForm } from './fill-form.ts'
import type { Visit } from './page.ts'
import { Alert } from './parts.tsx'
import type { NotFound, Reply, Shown } from './reply.ts'
import { redirect } from './reply.ts'
import type { KeptTyped, StepUpParts } from './step-up.ts'

/** Where what was kept can be read as text, and sent as it is. */
export const RESTORED_TEXT = `${RESTORED}?as=text`

/** The form that waits for this visitor, when one does. */
export async function keptForVisit(
  { db, stepUp }: { readonly db: Db; readonly stepUp?: StepUpParts | undefined },
  { actor, session, cookies }: Visit,
  now: Date,
): Promise<KeptTyped | undefined> {
  if (!session || !cookies.kept || !stepUp?.findKept) return undefined
  const permit = authorize(actor, 'account.manage', { id: session.userId, ownerId: session.userId })
  return permit.ok ? stepUp.findKept(db, permit.value, cookies.kept, session.id, now) : undefined
}

/** A page that no longer opens gives way to the page of what was kept. */
export const orRestored = (result: Reply | NotFound): Reply | NotFound =>
  result.kind === 'show' ? result : redirect(RESTORED_TEXT)

/** The page with its form filled, and a word at the top; with another word where the form is not there any more. */
export function drawnWithTyped(
  shown: Shown,
  kept: KeptTyped,
  request: FastifyRequest,
  w: Words,
  draw: (shown: Shown) => string,
): string {
  const t = w.account.safety
  const under = (alert: typeof shown.body) => ({
    ...shown,
    body: (
      <>
        {alert}
        {shown.body}
      </>
    ),
  })
  const drawn = (words: string) =>
    fillForm(draw(under(<Alert kind="info">{words}</Alert>)), request.url, kept.path, kept.fields)
  const html = drawn(t.typedBack)
  return (
    (html?.includes('type="file"') ? drawn(t.typedBackFiles) : html) ??
    draw(
      under(
        <Alert kind="warning">
          {t.typedElsewhere} <a href={RESTORED_TEXT}>{t.typedRead}</a>
        </Alert>,
      ),
    )
  )
}
