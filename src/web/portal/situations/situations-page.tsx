/** The start: what people come for, in their own words. Each leads to what has to be filed for it. */
import { situationGroups, situationOf } from '#domain/application/situations.ts'
import { page, visitorsOwn } from '#web/kit/page.ts'
import { BackLink } from '#web/kit/parts.tsx'
import { show } from '#web/kit/reply.ts'
import { ownEnrollee } from '../beginning/start-page.tsx'

export const situationPath = (id: string): string => `/start/${id}`

export const situationsPage = page({
  path: '/start',
  action: 'dashboard.view',
  subject: visitorsOwn,
  get: async ({ w, visit }) => {
    const t = w.situations
    return show(
      t.title,
      <>
        <BackLink href="/dashboard" w={w} label={w.layout.dashboard} />
        <h1>{t.title}</h1>
        <p class="usa-intro">{t.intro}</p>
        {(Object.keys(situationGroups) as (keyof typeof situationGroups)[]).map((group) => (
          <section key={group} aria-labelledby={`group-${group}`}>
            <h2 id={`group-${group}`}>{t.groups[group]}</h2>
            <ul class="situations">
              {situationGroups[group].map((id) => (
                <li key={id} class="situations__one">
                  <a class="usa-link" href={situationPath(id)}>
                    {t.texts[id].says}
                  </a>
                  <div class="usa-hint">{`${t.texts[id].means} (${situationOf(id).cite})`}</div>
                </li>
              ))}
            </ul>
          </section>
        ))}
        {ownEnrollee(visit) && (
          <p>
            <a class="usa-link" href="/enroll/start">
              {t.byForm}
            </a>
          </p>
        )}
      </>,
    )
  },
})
