/** The box in which a number or a name is typed. It asks and changes nothing, so it is a GET. */
import type { JSX } from 'preact'
import type { Words } from '#words/index.ts'

export const FindBox = ({ said = '', w }: { readonly said?: string; readonly w: Words }): JSX.Element => (
  <search class="no-print">
    <form method="get" action="/desk/find" class="as-of-form find-form">
      <label class="usa-label" for="find">
        {w.desk.find.ask}
      </label>
      <input class="usa-input" id="find" name="find" value={said} />
      <button class="usa-button usa-button--outline" type="submit">
        {w.desk.find.find}
      </button>
    </form>
  </search>
)
