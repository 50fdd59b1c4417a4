/** A secret on the answer to the form that made it: no page shows it again, and no address leads to it. */
import { Alert } from '#web/kit/parts.tsx'
import { type Shown, show } from '#web/kit/reply.ts'

interface Once {
  readonly title: string
  readonly intro: string
  readonly label: string
  readonly secret: string
  /** Where to go on. */
  readonly href: string
  readonly done: string
}

export const showOnce = ({ title, intro, label, secret, href, done }: Once): Shown =>
  show(
    title,
    <div class="one-thing">
      <h1>{title}</h1>
      <Alert kind="warning" title={label}>
        <p>{intro}</p>
      </Alert>
      <pre class="command">{secret}</pre>
      <a class="usa-button" href={href}>
        {done}
      </a>
    </div>,
  )
