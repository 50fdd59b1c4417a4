/** The front door: what this is, what one needs, and the three ways in. */
import { entries } from '#web/kit/menu.ts'
import { nobodysOwn, page } from '#web/kit/page.ts'
import { show } from '#web/kit/reply.ts'

export const startPage = page({
  path: '/',
  action: 'public.view',
  subject: nobodysOwn,
  async get({ w, visit, services: { site } }) {
    // Whoever is signed in begins where their work is.
    const first = entries({ w, visit, site })[0]!
    const t = w.lookup.start
    return show(
      t.title(site.product),
      <div class="start">
        <div>
          <h1>{t.heading}</h1>
          <p class="usa-intro">{t.intro(site.agency)}</p>
          {visit.session ? (
            <>
              <p>{t.signedIn(visit.session.displayName)}</p>
              <div class="actions">
                <a class="usa-button usa-button--big" href={first[0]}>
                  {t.goOn(first[1])}
                </a>
              </div>
            </>
          ) : (
            <div class="actions">
              <a class="usa-button usa-button--big" href="/register">
                {t.createAccount}
              </a>
              <a class="usa-button usa-button--outline usa-button--big" href="/sign-in">
                {t.signIn}
              </a>
            </div>
          )}
          <h2>{t.canTitle}</h2>
          <ul class="usa-list">
            {t.can.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <h2>{t.needTitle}</h2>
          <ul class="usa-list">
            {t.need.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <p>
            {t.time} <a href="/service-levels">{w.reports.levels.start}</a>
          </p>
        </div>
        <section class="start__aside card" aria-labelledby="check">
          <h2 id="check">{t.checkTitle}</h2>
          <p>{t.check}</p>
          <p>
            <a class="usa-button usa-button--outline" href="/lookup">
              {t.lookup}
            </a>
          </p>
          <p>
            <a class="usa-link" href="/dates">
              {w.dateLedger.link}
            </a>
          </p>
          <p>
            <a class="usa-link" href="/revalidation">
              {w.time.lookup.title}
            </a>
          </p>
        </section>
      </div>,
    )
  },
})
