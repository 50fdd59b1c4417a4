/** The form of a passkey: hidden until the script finds that the browser can; without JavaScript it says what else there is. */
import type { ComponentChildren, JSX } from 'preact'
import type { Words } from '#words/index.ts'
import type { Asked } from '../screen.tsx'

interface PasskeyFormProps {
  readonly asked: Asked
  /** Where the browser's answer goes. */
  readonly action: string
  /** Where the script learns what to ask the browser. */
  readonly options: string
  readonly kind: 'get' | 'create'
  readonly button: string
  /** Told to `options`: which flow this is. */
  readonly for?: 'verify' | 'confirm'
  /** The box of the answer; "passkey", when not said. */
  readonly box?: string
  /** Also offered by the browser in the box of the user ID. */
  readonly autofill?: true
  /** Shown although passkeys are switched off: the person holds nothing else. */
  readonly evenOff?: boolean
  readonly children?: ComponentChildren
}

/** Does this installation offer them? */
export const hasPasskeys = (site: Asked['services']['site']): boolean =>
  site.passkeys !== undefined && site.methods?.includes('passkey') !== false

/** Nothing at all where the installation has no passkeys. */
export function PasskeyForm({ asked, ...p }: PasskeyFormProps): JSX.Element | null {
  const { w, visit, services } = asked
  const { passkeys: site } = services.site
  if (!site || !(p.evenOff || hasPasskeys(services.site))) return null
  const t = w.account.passkeys
  return (
    <>
      <noscript>
        <p>{t.needsScript}</p>
      </noscript>
      <form
        method="post"
        action={p.action}
        class="usa-form usa-form--large"
        noValidate
        hidden
        data-passkey={p.kind}
        data-options={p.options}
        data-for={p.for}
        data-box={p.box}
        data-autofill={p.autofill ? '' : undefined}
        data-rp-id={site.rpId}
        data-elsewhere={t.elsewhere(site.origin)}
        data-unsupported={t.unsupported}
        data-waiting={t.waiting}
        data-failed={t.failed}
      >
        <input type="hidden" name="csrf" value={visit.csrf} />
        <input type="hidden" name={p.box ?? 'passkey'} />
        {p.children}
        <button class="usa-button usa-button--outline" type="submit">
          {p.button}
        </button>
      </form>
    </>
  )
}

/** An app or passkey that was given no name is known by its number. */
export const nameOf = (label: string, w: Words): string =>
  /^\d+$/.test(label) ? w.account.security.appNumber(label) : label
