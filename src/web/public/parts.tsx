/** Small pieces of the public pages. */
import type { ComponentChildren, JSX } from 'preact'

/** A word on a pale ground; `kind` picks the color. */
export const Tag = ({ kind, children }: { kind?: string | undefined; children: ComponentChildren }): JSX.Element => (
  <span class={`usa-tag status-tag${kind ? ` status-tag--${kind}` : ''}`}>{children}</span>
)
