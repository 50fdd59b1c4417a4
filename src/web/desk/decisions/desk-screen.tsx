/** The frame of the desk's pages about decisions and appeals: back link, what is wrong, the title. */
import type { ComponentChildren } from 'preact'
import type { Problem } from '#domain/result.ts'
import { fieldNames } from '#web/kit/field-names.ts'
import { BackLink, ErrorSummary } from '#web/kit/parts.tsx'
import { type Shown, show } from '#web/kit/reply.ts'
import type { Words } from '#words/index.ts'

interface Screen {
  readonly w: Words
  readonly title: string
  readonly back: { readonly href: string; readonly label: string }
  readonly children: ComponentChildren
  readonly problems?: readonly Problem[]
}
/** With problems it is an answer 422. */
export function deskScreen({ w, title, back, children, problems = [] }: Screen): Shown {
  const names = fieldNames(children)
  return show(
    problems.length > 0 ? `${w.layout.errorPrefix}${title}` : title,
    <div class="case">
      <BackLink href={back.href} w={w} label={back.label} />
      <ErrorSummary problems={problems} w={w} nameOf={(at) => names.get(at)} />
      <h1>{title}</h1>
      {children}
    </div>,
    { wide: true, status: problems.length > 0 ? 422 : 200 },
  )
}
