/** In the place of a document that may not be opened: it waits for the malware scanner, or was found infected. */
import type { Words } from '#words/index.ts'
import { BackLink } from './parts.tsx'
import { show } from './reply.ts'

export const showWithheld = (w: Words, why: 'being-checked' | 'withheld', back: string) => {
  const t = w.withheldDocument[why]
  return show(
    t.title,
    <div class="one-thing">
      <BackLink href={back} w={w} label={w.withheldDocument.back} />
      <h1>{t.title}</h1>
      <p>{t.text}</p>
    </div>,
    { status: 409 },
  )
}
