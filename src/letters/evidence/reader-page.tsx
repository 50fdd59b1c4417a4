/** The page that a reader of a bundle opens first: what was decided, why, by whom, and where everything lies. */
import { render } from 'preact-render-to-string'
import type { Words } from '#words/index.ts'
import { standalonePage } from './record-page.tsx'

export interface ReaderFacts {
  readonly trackingNumber: string
  readonly rows: readonly (readonly [term: string, said: string])[]
  readonly checks: readonly ReaderCheck[]
  readonly groups: readonly {
    readonly title: string
    readonly files: readonly { readonly path: string; readonly says: string }[]
  }[]
  readonly rules: readonly (readonly [rule: string, cite: string, says: string])[]
}
export interface ReaderCheck {
  readonly path: string
  readonly what: string
  readonly about: string
  readonly outcome: string
  readonly list: string
  readonly said: string
}

export function readerPage(f: ReaderFacts, w: Words): string {
  const t = w.desk.evidence
  const title = t.readerTitle(f.trackingNumber)
  return standalonePage(
    title,
    w.layout.lang,
    render(
      <>
        <h1>{title}</h1>
        <p>{t.readerIntro}</p>
        <p>
          <code>{t.readerCommand}</code>
        </p>
        <table>
          <caption>{t.decisionTitle}</caption>
          <tbody>
            {f.rows.map(([term, said]) => (
              <tr key={term}>
                <th scope="row">{term}</th>
                <td>{said}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by the keyboard. */}
        <section tabIndex={0} aria-label={t.checksTitle(f.checks.length)}>
          <table>
            <caption>{t.checksTitle(f.checks.length)}</caption>
            <thead>
              <tr>
                {[t.check, t.about, t.outcome, t.list, t.said].map((h) => (
                  <th key={h} scope="col">
                    {h}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {f.checks.map((c) => (
                <tr key={c.path}>
                  <th scope="row">
                    <a href={c.path}>{c.what}</a>
                  </th>
                  <td>{c.about}</td>
                  <td>{c.outcome}</td>
                  <td>{c.list}</td>
                  <td>{c.said}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        {f.groups
          .filter((g) => g.files.length > 0)
          .map((g) => (
            <section key={g.title}>
              <h2>{g.title}</h2>
              <ul>
                {g.files.map((file) => (
                  <li key={file.path}>
                    <a href={encodeURI(file.path)}>{file.says}</a>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        <h2>{t.rulesTitle}</h2>
        <ul>
          {f.rules.map(([rule, cite, says]) => (
            <li key={rule}>{`${rule}: ${cite}${says && ` (${says})`}`}</li>
          ))}
        </ul>
      </>,
    ),
  )
}
