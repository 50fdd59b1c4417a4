/** On the dashboard: what is missing so that a lost phone locks nobody out, and so that they can sign. */
import type { JSX } from 'preact'
import { type MethodsHeld, strongestHeld, waysIn } from '#domain/access/assurance.ts'
import type { Ask } from '#web/kit/page.ts'
import { Alert } from '#web/kit/parts.tsx'

type Asked = Pick<Ask<'dashboard.view', never>, 'services' | 'w'> & { readonly methods: MethodsHeld }

/** Nothing for whoever has two ways to verify, one of them good enough for signing. */
export function securityHint({ methods: held, services, w }: Asked): JSX.Element | null {
  const allowed = services.site.methods
  const weak = strongestHeld(held, allowed) === 1
  if (!weak && waysIn(held, allowed) > 1) return null
  const t = w.account.security
  return (
    <Alert kind={weak ? 'warning' : 'info'}>
      {weak ? t.methodsEmailOnly : t.methodsFew}{' '}
      <a class="usa-link" href="/account">
        {t.title}
      </a>
    </Alert>
  )
}
