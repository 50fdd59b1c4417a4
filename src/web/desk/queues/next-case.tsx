/** The button, and the key, that lead to the next case. */
import type { JSX } from 'preact'
import type { Visit } from '#web/kit/page.ts'
import { Form } from '#web/kit/parts.tsx'
import type { Words } from '#words/index.ts'

interface Props {
  readonly visit: Visit
  /** The case that is open. */
  readonly after?: string
  readonly w: Words
}
export const NextCase = ({ visit, after, w }: Props): JSX.Element => (
  <Form visit={visit} action="/desk/next" class="next-case">
    {after && <input type="hidden" name="after" value={after} />}
    <button class="usa-button" type="submit" data-key="n" aria-keyshortcuts="n">
      {w.desk.queues.next}
    </button>
    <span class="next-case__key">
      <kbd>{w.desk.queues.nextKey}</kbd>{' '}
      <button
        class="usa-button usa-button--unstyled"
        type="button"
        hidden
        data-keys-off={w.desk.queues.keyOff}
        data-keys-on={w.desk.queues.keyOn}
      />
    </span>
  </Form>
)
