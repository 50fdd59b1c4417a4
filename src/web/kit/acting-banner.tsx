/** On every page: for whom the visitor acts and in which role. People who act only for themselves need no reminder. */
import type { JSX } from 'preact'
import { enrolleeRoles } from '#domain/access/policy.ts'
import type { Words } from '#words/index.ts'
import type { Visit } from './page.ts'

/** Organizations have ids of another form than enrollees, whose rows are numbered by UUID. */
const isEnrollee = (partyId: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(partyId)

export function ActingBanner({ visit, w }: { visit: Visit; w: Words }): JSX.Element | null {
  const { acting, actor } = visit
  const t = w.delegation.switcher
  // With nothing chosen the memberships are those of all providers.
  const enrollees = actor.memberships.filter((m) => enrolleeRoles.includes(m.role) && isEnrollee(m.partyId))
  const many = new Set(enrollees.map((m) => m.partyId)).size > 1
  if (!acting && !many) return null
  if (acting && acting.role === 'individual-provider' && !acting.chosen) return null
  const role = acting && w.delegation.roles[acting.role]
  return (
    <section class="acting-banner" aria-label={t.bannerLabel}>
      <div class="grid-container-widescreen">
        {acting && role ? (
          <>
            {t.banner} <strong>{acting.name}</strong> <span class="nowrap">(NPI {acting.npi})</span>{' '}
            {t.as(acting.through ? t.through(role, acting.through) : role)}.{' '}
            {acting.chosen && <a href="/acting">{t.bannerChange}</a>}
          </>
        ) : (
          <>
            {t.allBanner}. <a href="/acting">{t.bannerChoose}</a>
          </>
        )}
      </div>
    </section>
  )
}
