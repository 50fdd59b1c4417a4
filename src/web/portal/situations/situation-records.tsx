/** The enrollments that a situation may be about, to tick. */
import type { Problem } from '#domain/result.ts'
import type { Fields } from '#web/kit/page.ts'
import type { Loaded, SituationAsk } from './load-situation.ts'

interface RecordsProps {
  readonly ask: SituationAsk
  readonly loaded: Loaded
  readonly posted: Fields
  readonly problem: Problem | undefined
}
export function Records({ ask, loaded, posted, problem }: RecordsProps) {
  const { w } = ask
  const t = w.situations
  const ticked = (posted.about ?? '').split(',')
  const rows = loaded.steps
    .filter((s) => s.by !== 'other')
    .flatMap((s) => s.about.map((id) => ({ step: s, held: loaded.held.find((h) => h.id === id)! })))
  if (rows.length === 0) return null
  return (
    <div class={`usa-form-group${problem ? ' usa-form-group--error' : ''}`}>
      <fieldset class="usa-fieldset" id="about" tabIndex={-1} aria-describedby={problem ? 'about-error' : undefined}>
        <legend class="usa-legend">{t.aboutTitle}</legend>
        {problem && (
          <span class="usa-error-message" id="about-error">
            {w.say(problem)}
          </span>
        )}
        {rows.map(({ step, held }) => (
          <div class="usa-checkbox" key={`${step.reason}-${held.id}`}>
            <input
              class="usa-checkbox__input usa-checkbox__input--tile"
              type="checkbox"
              id={`about-${held.id}`}
              name="about"
              value={held.id}
              checked={ticked.includes(held.id)}
            />
            <label class="usa-checkbox__label" for={`about-${held.id}`}>
              {t.about(held.id, held.enrolleeName)}
              <span class="usa-checkbox__label-description">
                {`${w.forms[held.form]?.short ?? held.form}, ${w.values.states[held.state] ?? held.state}: ${w.reasons.names[step.reason]}`}
              </span>
            </label>
          </div>
        ))}
      </fieldset>
    </div>
  )
}
