/** The middle of an open request: whom to think of, what counts, what is written down, and the way to sign. */
import type { JSX } from 'preact'
import type { StoredAffiliation } from '#db/queries/affiliations/disclosed.ts'
import type { AffiliationRequest, AffiliationSubject } from '#db/queries/affiliations/requests.ts'
import { can } from '#domain/access/policy.ts'
import { affiliationKindNames, disclosableEventNames } from '#domain/affiliation/affiliation.ts'
import type { Day } from '#domain/dates.ts'
import { isFinished } from '#use-cases/affiliations/answer-affiliations.ts'
import type { Ask } from '#web/kit/page.ts'
import { Form, SummaryList } from '#web/kit/parts.tsx'
import type { Words } from '#words/index.ts'
import { affiliationItemPath, affiliationsPath } from './affiliation-paths.ts'
import { partyOf, rowsOf } from './affiliations-shown.tsx'

interface AnsweringProps {
  readonly ask: Ask<'affiliation.view', AffiliationSubject>
  readonly request: AffiliationRequest
  readonly items: readonly StoredAffiliation[]
  readonly removed: readonly StoredAffiliation[]
  readonly today: Day
}
export function Answering(p: AnsweringProps): JSX.Element {
  const { ask, request, items } = p
  const { w, visit, subject } = ask
  const t = w.affiliations
  const edits = can(visit.actor, 'affiliation.answer', subject)
  return (
    <>
      <h2>{t.named}</h2>
      {request.named.length === 0 ? (
        <p>{t.nobodyNamed}</p>
      ) : (
        <>
          <p>{t.namedHint}</p>
          <ul class="usa-list">
            {request.named.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </>
      )}
      <Counts w={w} />
      <h2>{t.list}</h2>
      {items.length === 0 && <p>{`${t.listEmpty} ${t.signNothingHint}`}</p>}
      <Items {...p} edits={edits} />
      <p class="form-buttons">
        {edits && (
          <a class="usa-button usa-button--outline" href={affiliationItemPath(request.id, 'new')}>
            {items.length === 0 ? t.add : t.addAnother}
          </a>
        )}
        {can(visit.actor, 'affiliation.sign', subject) ? (
          <a class="usa-button" href={affiliationsPath(request.id, '/sign')}>
            {items.length === 0 ? t.signNothing : t.sign}
          </a>
        ) : (
          t.onlySigner
        )}
      </p>
      {edits && <Removed {...p} />}
    </>
  )
}

/** What an affiliation is and what must have happened; closed, so that the list below stays near. */
const Counts = ({ w }: { readonly w: Words }): JSX.Element => {
  const t = w.affiliations
  const { ties, event } = t.section.questions
  return (
    <details class="fold">
      <summary>{t.counts}</summary>
      <h3>{t.letter.kinds}</h3>
      <ul class="usa-list">
        {affiliationKindNames.map((k) => (
          <li key={k}>{ties.options[k]}</li>
        ))}
      </ul>
      <h3>{t.letter.events}</h3>
      <ul class="usa-list">
        {disclosableEventNames.map((e) => (
          <li key={e}>{event.options[e]}</li>
        ))}
      </ul>
      <p>
        <a class="usa-link" href="/forms/affiliations">
          {t.allQuestions}
        </a>
      </p>
    </details>
  )
}

function Items({ ask: { w }, request, items, today, edits }: AnsweringProps & { readonly edits: boolean }) {
  const t = w.affiliations
  if (items.length === 0) return null
  return (
    <ol class="item-list">
      {items.map((item) => (
        <li class="item-list__item" key={item.id}>
          <h3>
            {partyOf(item, w)}
            {!isFinished(item.answers, today) && <span class="usa-tag item-list__open">{t.unfinished}</span>}
          </h3>
          <SummaryList rows={rowsOf(item, w)} w={w} />
          {edits && (
            <p class="item-list__actions">
              <a class="usa-link" href={affiliationItemPath(request.id, item.id)}>
                {w.layout.change}
                <span class="usa-sr-only">{` ${t.removeLabel(partyOf(item, w))}`}</span>
              </a>
              <a class="usa-link" href={`${affiliationItemPath(request.id, item.id)}/remove`}>
                {w.layout.remove}
                <span class="usa-sr-only">{` ${t.removeLabel(partyOf(item, w))}`}</span>
              </a>
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}

/** What was taken out can be put back until the answer is signed. */
function Removed({ ask: { w, visit }, request, removed }: AnsweringProps) {
  const t = w.affiliations
  if (removed.length === 0) return null
  return (
    <section aria-labelledby="removed">
      <h2 id="removed">{t.removedTitle}</h2>
      {removed.map((item) => (
        <Form
          visit={visit}
          class="removed-items__item"
          action={`${affiliationItemPath(request.id, item.id)}/restore`}
          key={item.id}
        >
          <SummaryList rows={rowsOf(item, w).slice(0, 4)} w={w} />
          <button type="submit" class="usa-button usa-button--outline">
            {t.putBack}
            <span class="usa-sr-only">{` ${t.removeLabel(partyOf(item, w))}`}</span>
          </button>
        </Form>
      ))}
    </section>
  )
}
