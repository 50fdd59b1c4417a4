/** What the account pages share: who asks, which cookies a session gets, and how a refusal is answered. */
import type { ComponentChildren } from 'preact'
import type { Problem } from '#domain/result.ts'
import type { Caller, Identity } from '#use-cases/account/identity.ts'
import { callerOf as originOf } from '#web/kit/caller.ts'
import { fieldNames } from '#web/kit/field-names.ts'
import type { AskBase } from '#web/kit/page.ts'
import { ErrorSummary } from '#web/kit/parts.tsx'
import { refusalStatus } from '#web/kit/refusal-status.ts'
import { type Shown, show } from '#web/kit/reply.ts'
import type { Words } from '#words/index.ts'

export type Asked = Pick<AskBase, 'services' | 'visit' | 'w'>
export const identityOf = ({ services, w }: Asked): Identity => ({
  secrets: services.secrets,
  passwords: services.passwords,
  site: services.site,
  words: w,
})
export const callerOf = (asked: Asked): Caller => ({
  ...originOf(asked),
  device: asked.visit.cookies.device,
  session: asked.visit.cookies.session,
})

const YEAR = 365 * 24 * 3600
/** The cookies of a session that was just opened; the flow that led to it is over. */
export const sessionCookies = (
  s: { readonly sessionToken: string; readonly deviceToken: string | undefined },
  flow: string | null = null,
) => [
  { name: 'session', value: s.sessionToken } as const,
  { name: 'flow', value: flow } as const,
  ...(s.deviceToken ? [{ name: 'device', value: s.deviceToken, maxAge: YEAR } as const] : []),
]

/** A session that went on under a new token; whatever flow led to it is over. */
export const renewedCookies = (s: { readonly sessionToken: string }) => [
  { name: 'session', value: s.sessionToken } as const,
  { name: 'flow', value: null } as const,
]

interface Screen {
  readonly title: string
  readonly w: Words
  readonly problems?: readonly Problem[] | undefined
  readonly children: ComponentChildren
  readonly before?: ComponentChildren
}
/** A page, or the same page with what was wrong: 422, or 429 and 503 when the visitor has to wait. */
export function screen({ title, w, problems = [], children, before }: Screen): Shown {
  const names = fieldNames(children)
  return show(
    problems.length ? `${w.layout.errorPrefix}${title}` : title,
    <>
      <ErrorSummary problems={problems} w={w} nameOf={(at) => names.get(at)} />
      {before}
      <h1 tabIndex={-1}>{title}</h1>
      {children}
    </>,
    refusalStatus(problems),
  )
}
