/** The box that takes a file: its label, what may be sent, what was wrong with the last one. */
import type { JSX } from 'preact'
import type { Problem } from '#domain/result.ts'
import type { Words } from '#words/index.ts'

/** Papers as `addDocument` takes them: PDF and pictures of paper. */
export const PAPERS = '.pdf,.jpg,.jpeg,.png,.tif,.tiff,application/pdf,image/jpeg,image/png,image/tiff'
/** Lists with a row for each. */
export const ROWS = '.csv,text/csv'

export interface FileBoxProps {
  readonly label: string
  readonly hint?: string | undefined
  /** What the browser offers first. The server judges what was sent by itself. */
  readonly accept?: string | undefined
  readonly problem: Problem | undefined
  readonly w: Words
}

/** Posts `file`; its form needs `multipart`. A file cannot be given back after a fault, so the error says to choose again. */
export function FileBox({ label, hint, accept, problem, w }: FileBoxProps): JSX.Element {
  const described = [hint && 'file-hint', problem && 'file-error'].filter(Boolean).join(' ') || undefined
  return (
    <div class={`usa-form-group${problem ? ' usa-form-group--error' : ''}`}>
      <label class="usa-label" for="file">
        {label}
      </label>
      {hint && (
        <div class="usa-hint" id="file-hint">
          {hint}
        </div>
      )}
      {problem && (
        <span class="usa-error-message" id="file-error">
          {w.say(problem)}
        </span>
      )}
      <input id="file" name="file" type="file" accept={accept} aria-describedby={described} />
    </div>
  )
}
