/** What the pages of help desk, administration and audit share: who asks, the frame with a refusal, tabs, text boxes. */
import type { ComponentChildren, JSX } from 'preact'
import type { Problem } from '#domain/result.ts'
import { choice, longText, text } from '#forms/kit/kinds.ts'
import type { Writer } from '#use-cases/account/identity.ts'
import { fieldNames } from '#web/kit/field-names.ts'
import { Control } from '#web/kit/fields.tsx'
import type { AskBase } from '#web/kit/page.ts'
import { BackLink, ErrorSummary } from '#web/kit/parts.tsx'
import { refusalStatus } from '#web/kit/refusal-status.ts'
import { type Shown, show } from '#web/kit/reply.ts'
import type { Words } from '#words/index.ts'

export type Asked = Pick<AskBase, 'services' | 'visit' | 'w'>
export const writerOf = ({ services, w }: Asked): Writer => ({
  secrets: services.secrets,
  site: services.site,
  words: w,
})
export { callerOf } from '#web/kit/caller.ts'

interface Screen {
  readonly w: Words
  readonly title: string
  readonly children: ComponentChildren
  readonly problems?: readonly Problem[] | undefined
  readonly back?: { readonly href: string; readonly label: string }
  readonly wide?: boolean
}
/** A page, or the same with what was wrong (422; 429 when the visitor has to wait). */
export function screen({ w, title, children, problems = [], back, wide }: Screen): Shown {
  const names = fieldNames(children)
  return show(
    problems.length > 0 ? `${w.layout.errorPrefix}${title}` : title,
    <div class="case">
      {back && <BackLink href={back.href} w={w} label={back.label} />}
      <ErrorSummary problems={problems} w={w} nameOf={(at) => names.get(at)} />
      <h1>{title}</h1>
      {children}
    </div>,
    { ...refusalStatus(problems), ...(wide && { wide }) },
  )
}

interface BoxProps {
  readonly name: string
  readonly words: { readonly ask: string; readonly hint?: string }
  readonly w: Words
  readonly value?: string | undefined
  readonly problems?: readonly Problem[] | undefined
  readonly optional?: boolean
  readonly max?: number
  readonly long?: boolean
  readonly autocomplete?: string
}
export const Box = ({
  name,
  words,
  w,
  value = '',
  problems = [],
  optional,
  max = 200,
  long,
  autocomplete,
}: BoxProps): JSX.Element => (
  <Control
    name={name}
    kind={long ? longText(max) : text(max)}
    words={words}
    value={value}
    problem={problems.find((p) => p.at === name)}
    optional={optional}
    autocomplete={autocomplete}
    w={w}
  />
)

interface PickProps extends Omit<BoxProps, 'words' | 'long' | 'max'> {
  readonly words: { readonly ask: string; readonly hint?: string }
  readonly options: readonly (readonly [value: string, label: string])[]
}
export const PickOne = ({ name, words, options, w, value = '', problems = [], optional }: PickProps): JSX.Element => (
  <Control
    name={name}
    kind={choice(...options.map(([v]) => v))}
    words={{ ...words, options: Object.fromEntries(options) }}
    value={value}
    problem={problems.find((p) => p.at === name)}
    optional={optional}
    w={w}
  />
)

interface TabsProps {
  readonly label: string
  readonly tabs: readonly {
    readonly href: string
    readonly name: string
    readonly isHere: boolean
    readonly count?: number
    readonly of?: string
  }[]
}
export const Tabs = ({ label, tabs }: TabsProps): JSX.Element => (
  <nav class="tabs" aria-label={label}>
    <ul>
      {tabs.map((t) => (
        <li key={t.href}>
          <a href={t.href} aria-current={t.isHere ? 'page' : undefined}>
            {t.name}
            {t.count !== undefined && (
              <>
                {' '}
                <span class="tabs__count">
                  {t.count}
                  <span class="usa-sr-only"> {t.of}</span>
                </span>
              </>
            )}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
