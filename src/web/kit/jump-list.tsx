/** Links to the parts of a long page, at its top. Without scripts they are plain links within the page. */
import type { JSX } from 'preact'

export interface Jump {
  /** The id of the part. */
  readonly to: string
  readonly title: string
  /** What is to be known before going there, such as "2 differences". */
  readonly note?: string | undefined
}
export const JumpList = ({ label, jumps }: { label: string; jumps: readonly Jump[] }): JSX.Element | null =>
  jumps.length < 2 ? null : (
    <nav class="jump-list" aria-label={label}>
      <ul>
        {jumps.map((j) => (
          <li key={j.to}>
            <a href={`#${j.to}`}>{j.title}</a>
            {j.note && <span class="jump-list__note"> {j.note}</span>}
          </li>
        ))}
      </ul>
    </nav>
  )
