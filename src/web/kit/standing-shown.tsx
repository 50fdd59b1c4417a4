/** How a reassignment stands: a tag, and the sentence that says whether claims are payable. */
import type { JSX } from 'preact'
import { type Standing, states } from '#domain/reassignment/standing.ts'
import type { Words } from '#words/index.ts'

export function StandingShown({ standing, w }: { readonly standing: Standing; readonly w: Words }): JSX.Element {
  const { payable, over } = states[standing.state]
  const kind = payable ? 'paid' : over ? 'over' : 'waits'
  return (
    <>
      <span class={`usa-tag claims-tag claims-tag--${kind}`}>{w.reassignments.tags[standing.state]}</span>
      <span class="below">{w.reassignments.say(standing, w.values)}</span>
    </>
  )
}
