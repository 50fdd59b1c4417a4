/** The frame of every page: banner, header, main menu, notices, help desk, idle time-out. */
import type { ComponentChildren, JSX } from 'preact'
import { render } from 'preact-render-to-string'
import { sessionLimits } from '#domain/access/session.ts'
import type { Site } from '#outside/services.ts'
import type { NoticeCode } from '#words/en/notices.ts'
import type { Words } from '#words/index.ts'
import { ActingBanner } from './acting-banner.tsx'
import { entries } from './menu.ts'
import type { Visit } from './page.ts'

export interface Frame {
  readonly title: string
  readonly body: ComponentChildren
  readonly site: Site
  readonly w: Words
  readonly visit: Visit | undefined
  readonly now: Date
  readonly notice?: NoticeCode | undefined
  readonly refresh?: number | undefined
  readonly wide?: boolean | undefined
  /** Changes with every build, so that browsers fetch new styles. */
  readonly build: string
}

export const renderPage = (frame: Frame): string => `<!doctype html>${render(<Document {...frame} />)}`

function Document(f: Frame): JSX.Element {
  const { w, site, visit } = f
  const idleSeconds = visit?.session
    ? Math.max(60, Math.round((visit.session.idleUntil.getTime() - f.now.getTime()) / 1000))
    : undefined
  return (
    <html lang={w.layout.lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${f.title} - ${site.product}`}</title>
        <link rel="stylesheet" href={`/assets/styles/portal.css?${f.build}`} />
        <link rel="icon" href={`/assets/icon.svg?${f.build}`} type="image/svg+xml" />
        {f.refresh && <meta http-equiv="refresh" content={String(f.refresh)} />}
        {/* Without JavaScript too, a screen left alone does not go on showing somebody's data. With it, the
            script does this, so that a session extended from the warning does not lose the page. */}
        {idleSeconds && !f.refresh && (
          <noscript>
            <meta http-equiv="refresh" content={`${idleSeconds + 5};url=/sign-in?ended=idle`} />
          </noscript>
        )}
        <script src={`/assets/scripts/portal.js?${f.build}`} defer />
      </head>
      <body data-idle-seconds={idleSeconds} data-warn-seconds={idleSeconds && sessionLimits.warning / 1000}>
        <a class="usa-skipnav" href="#main-content">
          {w.layout.skip}
        </a>
        {/* Browsers that know what the styles of this site need do not show it. */}
        <p class="unsupported">
          {w.layout.unsupported} <a href="/help/browsers">{w.layout.unsupportedHelp}</a>
        </p>
        <Banner site={site} w={w} />
        {visit?.session?.publicComputer && <p class="public-computer">{w.account.safety.publicBanner}</p>}
        <Header {...f} />
        {visit && <ActingBanner visit={visit} w={w} />}
        <main id="main-content" class={f.wide ? 'main main--wide' : 'main'}>
          <div class={f.wide ? 'grid-container-widescreen' : 'grid-container'}>
            {f.notice && (
              <div class="usa-alert usa-alert--success usa-alert--slim notice" role="status">
                <div class="usa-alert__body">
                  <p class="usa-alert__text">{w.notices[f.notice]}</p>
                </div>
              </div>
            )}
            {f.body}
          </div>
        </main>
        <Footer {...f} idleSeconds={idleSeconds} />
      </body>
    </html>
  )
}

const Banner = ({ site, w }: { site: Site; w: Words }): JSX.Element => (
  <section
    class="site-banner"
    aria-label={w.layout.banner}
    // Drawn by the same renderer, from the words of the site only.
    dangerouslySetInnerHTML={{
      __html: drawnOnce(w, `banner ${site.agency} ${site.product} ${site.demo}`, () => (
        <div class="grid-container-widescreen">
          <strong>{w.layout.banner}</strong> {w.layout.bannerDetail(site.agency, site.product)}
          {site.demo && <span class="site-banner__demo">{w.layout.demo}</span>}
        </div>
      )),
    }}
  />
)

/** What is the same on page after page is drawn once a language. Keys come from the site and its menus, so they are few. */
const drawn = new WeakMap<Words, Map<string, string>>()
function drawnOnce(w: Words, key: string, draw: () => JSX.Element): string {
  const ofLanguage = drawn.get(w) ?? new Map<string, string>()
  drawn.set(w, ofLanguage)
  const known = ofLanguage.get(key)
  if (known !== undefined) return known
  const html = render(draw())
  ofLanguage.set(key, html)
  return html
}

/** Longer menus fold on phones. */
const MOST_UNFOLDED = 4
const isHere = (path: string, href: string) => path === href || path.startsWith(`${href}/`)

function Header(f: Frame): JSX.Element {
  const { site, w, visit } = f
  const session = visit?.session
  const menu = entries(f)
  // Of "/desk" and "/desk/claims" the closer one.
  const here = menu
    .map(([href]) => href)
    .filter((href) => visit && isHere(visit.path, href))
    .sort((a, b) => b.length - a.length)[0]
  return (
    <header class="site-header">
      <div class="grid-container-widescreen site-header__row">
        <a class="site-header__name" href="/">
          {site.product}
          <span class="site-header__agency">{site.agency}</span>
        </a>
        {session && visit && (
          <div class="site-header__who">
            <span>{w.layout.signedInAs(session.displayName)}</span>
            <form method="post" action="/sign-out">
              <input type="hidden" name="csrf" value={visit.csrf} />
              <button class="usa-button usa-button--unstyled" type="submit">
                {w.layout.signOut}
              </button>
            </form>
          </div>
        )}
      </div>
      <nav
        class="site-nav"
        aria-label={w.layout.menuMain}
        // Drawn by the same renderer, from the words of the site only.
        dangerouslySetInnerHTML={{
          __html: drawnOnce(w, `menu ${here} ${menu.map(([href]) => href).join(' ')}`, () => (
            <>
              {/* The list is beside it, not in it: on wide screens it is always there, and the fold is not. */}
              {menu.length > MOST_UNFOLDED && (
                <details class="site-nav__fold">
                  <summary>
                    {w.layout.menu}
                    <span class="site-nav__here">{menu.find(([href]) => href === here)?.[1]}</span>
                  </summary>
                </details>
              )}
              <ul class="grid-container-widescreen">
                {menu.map(([href, label]) => (
                  <li key={href}>
                    <a href={href} aria-current={href === here ? 'page' : undefined}>
                      {label}
                    </a>
                  </li>
                ))}
              </ul>
            </>
          )),
        }}
      />
    </header>
  )
}

function Footer({ site, w, visit, idleSeconds }: Frame & { idleSeconds: number | undefined }): JSX.Element {
  const { phone, email, hours } = site.helpDesk
  return (
    <footer class="site-footer">
      <div class="grid-container-widescreen">
        {idleSeconds && visit && (
          <form method="post" action="/session/extend" class="site-footer__idle" data-warning={w.layout.idleWarning}>
            <input type="hidden" name="csrf" value={visit.csrf} />
            <span>{w.layout.idle(Math.round(idleSeconds / 60))}</span>{' '}
            <button class="usa-button usa-button--unstyled" type="submit">
              {w.layout.staySignedIn}
            </button>
          </form>
        )}
        <p>
          <strong>{w.layout.helpDesk}</strong>: <a href={`tel:${phone.replace(/\D/g, '')}`}>{phone}</a>,{' '}
          <a href={`mailto:${email}`}>{email}</a>. {w.layout.helpDeskHours}: {hours}.{' '}
          <a href="/help">{w.layout.help}</a>, <a href="/developers">{w.developers.page.title}</a>,{' '}
          <a
            href={
              visit && visit.path !== '/' ? `/help/contact?from=${encodeURIComponent(visit.path)}` : '/help/contact'
            }
          >
            {w.layout.askHelp}
          </a>
        </p>
        <p>{w.layout.banner}</p>
      </div>
    </footer>
  )
}
