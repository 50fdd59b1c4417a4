/** The parts of a case as links: what the visitor may open, and how much waits in it. */
import type { JSX } from 'preact'
import { allows } from '#domain/application/lifecycle.ts'
import { readingOf } from '#forms/readings.ts'
import type { Words } from '#words/index.ts'
import { casePath, type LoadedCase } from './loaded-case.ts'

export type CaseTab = keyof Words['desk']['case']['tabs']

/** Filings of a sale, and first applications that say to come by one. */
const mayBeSale = ({ header, file }: LoadedCase): boolean =>
  header.reason === 'ownership-buyer' ||
  header.reason === 'ownership-seller' ||
  file.enrollment?.[0]?.answers.how === 'ownership-change'

/** A list on a wide screen, two in a row on a phone. */
export function CaseTabs({ loaded, here, w }: { loaded: LoadedCase; here: CaseTab; w: Words }): JSX.Element {
  const { id, status } = loaded.header
  // Who only looks has the pages that are for reading.
  const works = loaded.mayReview
  const counts: { readonly [T in CaseTab]?: number } = {
    screening: loaded.openChecks,
    tasks: loaded.waits.openTasks,
    history: loaded.waits.notes,
  }
  const tabs: readonly (readonly [CaseTab, string, boolean])[] = [
    ['answers', '', true],
    ['changes', '/changes', true],
    ['ownership', '/ownership', works && readingOf(loaded.header.form).enrolls === 'organization'],
    ['affiliations', '/affiliations', works],
    ['sale', '/sale', works && mayBeSale(loaded)],
    ['screening', '/screening', true],
    ['documents', '/documents', true],
    ['fee', '/fee', true],
    ['tasks', '/tasks', true],
    ['rules', '/rules', true],
    ['reassignments', '/reassignments', true],
    ['history', '/history', true],
    ['evidence', '/evidence', true],
    ['request', '/request', loaded.isWorkable && allows(status, 'request-development')],
    ['more-time', '/more-time', (loaded.isMine || loaded.mayDecide) && allows(status, 'answer-development')],
    ['recommend', '/recommend', loaded.isWorkable],
    ['decide', '/decide', loaded.mayDecide && allows(status, 'send-back')],
    ['refuse', '/refuse', loaded.mayDecide && (['deny', 'reject', 'return'] as const).some((e) => allows(status, e))],
  ]
  return (
    <nav class="tabs" aria-label={w.desk.case.tabsLabel}>
      <ul>
        {tabs
          .filter(([tab, , isThere]) => isThere || tab === here)
          .map(([tab, part]) => (
            <li key={tab}>
              <a href={casePath(id, part)} aria-current={tab === here ? 'page' : undefined}>
                {w.desk.case.tabs[tab]}
                {counts[tab] ? (
                  <>
                    {' '}
                    <span class="tabs__count">
                      {counts[tab]}
                      <span class="usa-sr-only"> {w.desk.case.tabCounts[tab as 'tasks'](counts[tab])}</span>
                    </span>
                  </>
                ) : null}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  )
}
