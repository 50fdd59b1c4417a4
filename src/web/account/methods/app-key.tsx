/** How an authenticator app gets its key. */
import type { JSX } from 'preact'
import type { Words } from '#words/index.ts'

/** The key of an authenticator app as picture, text and link: nothing is fetched, and no script is needed. */
export const AppKey = ({ svg, seed, uri, w }: { svg: string; seed: string; uri: string; w: Words }): JSX.Element => (
  <>
    <ol class="usa-list">
      {w.account.register.appSteps.map((s) => (
        <li key={s}>{s}</li>
      ))}
    </ol>
    {/* The picture is made here from the key; nothing of it was typed by anybody. */}
    <div
      class="qr-code"
      role="img"
      aria-label={w.account.register.appPicture}
      dangerouslySetInnerHTML={{ __html: svg }}
    />
    <p>
      {w.account.register.appKey}: <code class="app-key">{seed.replace(/(.{4})(?=.)/g, '$1 ')}</code>
    </p>
    <p>
      <a class="usa-link" href={uri}>
        {w.account.register.appLink}
      </a>
    </p>
  </>
)
