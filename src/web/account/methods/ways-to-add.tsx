/** The ways to verify that somebody may add here, the best first, each with a line on what it is. */
import type { JSX } from 'preact'
import { type MethodsHeld, mayAdd } from '#domain/access/assurance.ts'
import type { Asked } from '../screen.tsx'

export function waysToAdd(
  { w, services }: Pick<Asked, 'w' | 'services'>,
  held: MethodsHeld,
  next: string,
): JSX.Element {
  const t = w.account.proof
  const ways = [
    ['passkey', '/account/passkey', t.addPasskey, t.addPasskeyHint],
    ['app', '/account/app', t.addApp, t.addAppHint],
    ['phone', '/account/phone', t.addPhone, t.addPhoneHint],
  ] as const
  return (
    <ul class="usa-list usa-list--unstyled link-list">
      {ways
        .filter(([method]) => mayAdd(held, method, services.site.methods))
        .map(([method, path, name, hint]) => (
          <li key={method}>
            <a class="usa-link" href={`${path}?next=${encodeURIComponent(next)}`}>
              {name}
            </a>
            <div class="usa-hint">{hint}</div>
          </li>
        ))}
    </ul>
  )
}
