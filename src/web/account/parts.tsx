/** Pieces of the account pages: boxes for passwords and codes, the steps, and how a refusal is answered. */
import type { ComponentChildren, JSX } from 'preact'
import type { Problem } from '#domain/result.ts'
import type { Caller, Identity } from '#use-cases/account/identity.ts'
import type { AskBase } from '#web/kit/page.ts'
import { ErrorSummary } from '#web/kit/parts.tsx'
import { type Shown, show } from '#web/kit/reply.ts'
import type { Words } from '#words/index.ts'

export type Asked = Pick<AskBase, 'services' | 'visit' | 'w'>
export const identityOf = ({ services, w }: Asked): Identity => ({
  secrets: services.secrets,
  passwords: services.passwords,
  site: services.site,
  words: w,
})
export const callerOf = ({ visit }: Asked): Caller => ({
  ip: visit.ip,
  userAgent: visit.userAgent,
  device: visit.cookies.device,
  session: visit.cookies.session,
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

interface Screen {
  readonly title: string
  readonly w: Words
  readonly problems?: readonly Problem[] | undefined
  readonly children: ComponentChildren
  readonly before?: ComponentChildren
}
/** A page, or the same page with what was wrong: 422, or 429 and 503 when the visitor has to wait. */
export function screen({ title, w, problems = [], children, before }: Screen): Shown {
  const status = problems.some((p) => p.code === 'too-many-tries')
    ? 429
    : problems.some((p) => p.code === 'busy')
      ? 503
      : problems.length
        ? 422
        : 200
  const wait = problems.find((p) => p.code === 'too-many-tries')?.with?.minutes
  const retry = status === 429 ? Number(wait ?? 1) * 60 : status === 503 ? 5 : undefined
  return show(
    problems.length ? `${w.layout.errorPrefix}${title}` : title,
    <>
      <ErrorSummary problems={problems} w={w} />
      {before}
      <h1 tabIndex={-1}>{title}</h1>
      {children}
    </>,
    { status, ...(retry !== undefined && { retryAfter: retry }) },
  )
}

interface InputProps {
  readonly name: string
  readonly label: string
  readonly hint?: ComponentChildren
  readonly value?: string | undefined
  /** "text", "password", "email" or "tel". */
  readonly type?: string
  readonly autocomplete?: string
  readonly mode?: 'numeric' | 'tel' | 'email'
  readonly width?: string
  readonly optional?: boolean
  readonly problems?: readonly Problem[] | undefined
  readonly w: Words
  readonly data?: Readonly<Record<`data-${string}`, string>>
}
/** One box with label, hint and error. Passwords are never filled in again. */
export function Input({
  name,
  label,
  hint,
  value,
  type = 'text',
  autocomplete,
  mode,
  width,
  optional,
  problems = [],
  w,
  data,
}: InputProps): JSX.Element {
  const problem = problems.find((p) => p.at === name)
  const described = [hint ? `${name}-hint` : '', problem ? `${name}-error` : ''].filter(Boolean).join(' ') || undefined
  return (
    <div class={`usa-form-group${problem ? ' usa-form-group--error' : ''}`}>
      <label class="usa-label" for={name}>
        {label} {optional && <span class="usa-hint">{w.layout.optional}</span>}
      </label>
      {hint && (
        <div class="usa-hint" id={`${name}-hint`}>
          {hint}
        </div>
      )}
      {problem && (
        <span class="usa-error-message" id={`${name}-error`}>
          {w.say(problem)}
        </span>
      )}
      <input
        class={`usa-input${problem ? ' usa-input--error' : ''}${width ? ` usa-input--${width}` : ''}`}
        id={name}
        name={name}
        // Types of boxes that differ in nothing that matters here.
        type={type as 'text'}
        value={type === 'password' ? undefined : value}
        inputMode={mode}
        autocomplete={autocomplete ?? 'off'}
        spellcheck={false}
        aria-describedby={described}
        aria-invalid={problem ? 'true' : undefined}
        {...data}
      />
    </div>
  )
}

/** The box for a code: one, so that it can be pasted and filled in by the browser (WCAG 2.2, 3.3.8). */
export const CodeInput = ({
  label,
  problems,
  w,
}: {
  label: string
  problems?: readonly Problem[] | undefined
  w: Words
}): JSX.Element => (
  <Input name="code" label={label} autocomplete="one-time-code" mode="numeric" width="md" problems={problems} w={w} />
)

interface RadiosProps {
  readonly name: string
  readonly legend: string
  readonly options: readonly (readonly [value: string, label: string, hint?: string])[]
  readonly value: string | undefined
  readonly problems?: readonly Problem[] | undefined
  readonly w: Words
}
export function Radios({ name, legend, options, value, problems = [], w }: RadiosProps): JSX.Element {
  const problem = problems.find((p) => p.at === name)
  return (
    <div class={`usa-form-group${problem ? ' usa-form-group--error' : ''}`}>
      <fieldset class="usa-fieldset" id={name} tabIndex={-1} aria-describedby={problem ? `${name}-error` : undefined}>
        <legend class="usa-legend">{legend}</legend>
        {problem && (
          <span class="usa-error-message" id={`${name}-error`}>
            {w.say(problem)}
          </span>
        )}
        {options.map(([option, label, hint]) => (
          <div class="usa-radio" key={option}>
            <input
              class="usa-radio__input usa-radio__input--tile"
              type="radio"
              id={`${name}-${option}`}
              name={name}
              value={option}
              checked={value === option}
            />
            <label class="usa-radio__label" for={`${name}-${option}`}>
              {label}
              {hint && <span class="usa-checkbox__label-description">{hint}</span>}
            </label>
          </div>
        ))}
      </fieldset>
    </div>
  )
}

/** "Step 2 of 5" and the names of the steps. */
export const Steps = ({ at, w }: { at: number; w: Words }): JSX.Element => {
  const { steps } = w.account.register
  return (
    <div class="usa-step-indicator usa-step-indicator--counters-sm">
      <ol class="usa-step-indicator__segments">
        {steps.map((name, i) => (
          <li
            key={name}
            class={`usa-step-indicator__segment${i + 1 < at ? ' usa-step-indicator__segment--complete' : i + 1 === at ? ' usa-step-indicator__segment--current' : ''}`}
            aria-current={i + 1 === at ? 'step' : undefined}
          >
            <span class="usa-step-indicator__segment-label">{name}</span>
          </li>
        ))}
      </ol>
      <p class="usa-step-indicator__header">
        <strong>{w.layout.stepsOf(at, steps.length)}</strong>: {steps[at - 1]}
      </p>
    </div>
  )
}

/** The key of an authenticator app as picture, text and link: nothing is fetched, and no script is needed. */
export const AppKey = ({ svg, seed, uri, w }: { svg: string; seed: string; uri: string; w: Words }): JSX.Element => (
  <>
    <ol class="usa-list">
      {w.account.register.appSteps.map((s) => (
        <li key={s}>{s}</li>
      ))}
    </ol>
    {/* The picture is made here from the key; nothing of it was typed by anybody. */}
    <div
      class="qr-code"
      role="img"
      aria-label={w.account.register.appPicture}
      dangerouslySetInnerHTML={{ __html: svg }}
    />
    <p>
      {w.account.register.appKey}: <code class="app-key">{seed.replace(/(.{4})(?=.)/g, '$1 ')}</code>
    </p>
    <p>
      <a class="usa-link" href={uri}>
        {w.account.register.appLink}
      </a>
    </p>
  </>
)
