/** Where somebody stands in creating an account. */
import type { JSX } from 'preact'
import type { Words } from '#words/index.ts'

const providersOnly: readonly number[] = [2, 4]

/** "Step 2 of 5" and the names of the steps. */
export const Steps = ({ at: step, w, short }: { at: number; w: Words; short?: boolean }): JSX.Element => {
  const all = w.account.register.steps
  // Whoever is no provider has no NPI and no practice to say.
  const steps = short ? all.filter((_, i) => !providersOnly.includes(i + 1)) : all
  const at = short ? step - providersOnly.filter((n) => n < step).length : step
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
