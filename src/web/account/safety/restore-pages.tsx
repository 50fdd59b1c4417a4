/** What was typed when the time of a page was over: kept by the page's own script, and given back after signing in. */
import { homePath, localPath } from '#domain/access/local-path.ts'
import { findKeptForm, type KeptForm, keepAndEnd } from '#use-cases/account/sign-in/kept-form.ts'
import { RESTORED } from '#web/kit/after-time-out.ts'
import { page, visitorsOwn } from '#web/kit/page.ts'
import { Button, Form } from '#web/kit/parts.tsx'
import { notFound, redirect } from '#web/kit/reply.ts'
import { keepable } from '#web/kit/step-up.ts'
import { callerOf, screen } from '../screen.tsx'

export const restoredPage = page({
  path: RESTORED,
  action: 'account.manage',
  subject: visitorsOwn,
  query: ['as'],
  async get({ db, permit, visit, now, w, query }) {
    const kept = await findKeptForm(db, permit, visit.cookies.kept, visit.session?.id ?? '', now)
    // Another user, or too late: they begin where everybody begins.
    if (!kept) return redirect(homePath(visit.actor.memberships))
    // The page itself is drawn with it (web/kit/kept-shown.tsx).
    if (kept.shownAt && query.as !== 'text') return redirect(kept.shownAt)
    const t = w.account.safety
    return screen({
      title: t.restoreTitle,
      w,
      children: (
        <>
          <Form visit={visit} action={kept.path}>
            <p>{t.restoreIntro}</p>
            <h2>{t.restoreTyped}</h2>
            {textsOf(kept.fields).map((text) => (
              <p class="said" key={text}>
                {text}
              </p>
            ))}
            {Object.entries(kept.fields).map(([name, value]) => (
              <input type="hidden" name={name} value={value} key={name} />
            ))}
            <Button>{t.restoreSend}</Button>
          </Form>
          <p>
            <a class="usa-link" href={kept.shownAt ?? kept.path}>
              {t.restoreLeave}
            </a>
          </p>
        </>
      ),
    })
  },
})

/** What a person would miss: sentences and words, not ticks and numbers of rows. */
const textsOf = (fields: KeptForm['fields']): readonly string[] => [
  ...new Set(Object.values(fields).filter((v) => v.length > 3 && !/^[\w,-]*$/.test(v))),
]

/** Reads what the script sent: text by field name. */
function readForm(json: string | undefined): Readonly<Record<string, string>> | undefined {
  try {
    const read: unknown = JSON.parse(json ?? '')
    if (typeof read !== 'object' || read === null || Array.isArray(read)) return undefined
    const entries = Object.entries(read).filter((e): e is [string, string] => typeof e[1] === 'string')
    return keepable(Object.fromEntries(entries))
  } catch {
    return undefined
  }
}

export const keepTypedPage = page({
  path: '/session/keep',
  action: 'account.manage',
  subject: visitorsOwn,
  post: {
    fields: ['path', 'page', 'form'],
    async handle(ask) {
      const { session } = ask.visit
      if (!session) return notFound
      const path = localPath(ask.posted.path, '')
      const fields = readForm(ask.posted.form)
      if (!path || !fields) return redirect('/dashboard')
      const form = { sessionId: session.id, path, shownAt: localPath(ask.posted.page, path), fields }
      const kept = await keepAndEnd(ask.db, ask.permit, form, callerOf(ask), ask.now)
      return redirect(`/sign-in?ended=kept&next=${encodeURIComponent(RESTORED)}`, {
        cookies: [
          { name: 'session', value: null },
          { name: 'kept', value: kept },
        ],
      })
    },
  },
})
