/** Whose a roster is: one of the providers and organizations for which the visitor may keep one, or the visitor alone. */
import type { Problem } from '#domain/result.ts'
import type { Words } from '#words/index.ts'

/** What the list posts for the visitor alone: no party has such an id. */
export const ONLY_ME = 'me'

interface WhoseProps {
  readonly parties: readonly string[]
  readonly names: ReadonlyMap<string, string>
  readonly value: string
  readonly hint: string
  readonly problem: Problem | undefined
  readonly w: Words
  /** May the visitor keep it alone, too? */
  readonly alone?: boolean
}
export function WhoseField({ parties, names, value, hint, problem, w, alone }: WhoseProps) {
  const t = w.roster
  return (
    <div class={`usa-form-group${problem ? ' usa-form-group--error' : ''}`}>
      <label class="usa-label" for="whose">
        {t.whose}
      </label>
      <div class="usa-hint" id="whose-hint">
        {hint}
      </div>
      {problem && (
        <span class="usa-error-message" id="whose-error">
          {w.say(problem)}
        </span>
      )}
      <select
        class="usa-select"
        id="whose"
        name="whose"
        aria-describedby={problem ? 'whose-hint whose-error' : 'whose-hint'}
        aria-invalid={problem ? 'true' : undefined}
      >
        {parties.map((id) => (
          <option key={id} value={id} selected={value === id}>
            {names.get(id) ?? t.nothing}
          </option>
        ))}
        {alone && (
          <option value={ONLY_ME} selected={value === ONLY_ME}>
            {t.onlyMe}
          </option>
        )}
      </select>
    </div>
  )
}
