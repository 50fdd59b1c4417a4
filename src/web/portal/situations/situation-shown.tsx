/** Draws the plan of a situation and the questions that begin it. */
import type { PlannedStep } from '#domain/application/situations.ts'
import type { Problem } from '#domain/result.ts'
import { choice, state } from '#forms/kit/kinds.ts'
import { Control } from '#web/kit/fields.tsx'
import type { Fields } from '#web/kit/page.ts'
import { BackLink, Button, ErrorSummary, Form, Table } from '#web/kit/parts.tsx'
import { show } from '#web/kit/reply.ts'
import { applicationPath } from '../application/section-order.ts'
import type { Loaded, SituationAsk } from './load-situation.ts'
import { Records } from './situation-records.tsx'

export function drawSituation(ask: SituationAsk, loaded: Loaded, posted: Fields, problems: readonly Problem[]) {
  const { w, subject } = ask
  const t = w.situations
  const { says, means } = t.texts[subject.situation]
  const open = problems.find((p) => p.code === 'application-open')?.with?.applicationId
  const asks: Readonly<Record<string, string>> = {
    practitioner: t.practitioner,
    state: t.state,
    about: t.aboutTitle,
    organization: t.forWhom,
  }
  const records = loaded.steps.filter((s) => s.by !== 'other' && s.about.length > 0)
  const startable = loaded.fresh.length > 0 || records.length > 0
  return show(
    problems.length > 0 ? `${w.layout.errorPrefix}${says}` : says,
    <>
      <BackLink href="/start" w={w} />
      <ErrorSummary problems={problems} w={w} nameOf={(at) => asks[at]} />
      {open && (
        <p>
          <a class="usa-link" href={applicationPath(String(open))}>
            {t.openAlready}
          </a>
        </p>
      )}
      <h1>{says}</h1>
      <p class="usa-intro">{means}</p>
      <Plan loaded={loaded} w={w} />
      <Needs loaded={loaded} w={w} />
      {subject.situation === 'bought' && (
        <p>
          <a class="usa-link" href="/start/bought/seller">
            {w.transfers.buy.link}
          </a>
        </p>
      )}
      {startable ? (
        <Questions ask={ask} loaded={loaded} posted={posted} problems={problems} />
      ) : (
        <Nothing loaded={loaded} w={w} />
      )}
    </>,
    { status: problems.length > 0 ? 422 : 200 },
  )
}

interface LoadedProps {
  readonly loaded: Loaded
  readonly w: SituationAsk['w']
}

function Plan({ loaded, w }: LoadedProps) {
  const t = w.situations
  const name = (s: PlannedStep) => `${w.forms[s.form]?.short ?? s.form}: ${w.reasons.on(s.form, s.reason)}`
  return (
    <Table
      caption={t.planTitle}
      rows={loaded.steps}
      rowKey={(s) => `${s.form}-${s.reason}`}
      columns={[
        { title: t.step, cell: (s) => (s.maybe ? `${name(s)} (${t.maybe})` : name(s)) },
        { title: t.by, cell: (s) => t.filers[s.by] },
        { title: t.signs, cell: (s) => w.reasons.signers[s.facts.signers] },
        { title: t.fee, cell: (s) => w.reasons.fees[s.facts.fee] },
        { title: t.why, cell: (s) => s.facts.cite },
      ]}
    />
  )
}

/** Of new enrollments: about a record it is all on file. */
function Needs({ loaded, w }: LoadedProps) {
  const t = w.situations
  const forms = [...new Set(loaded.steps.filter((s) => s.reason === 'initial').map((s) => s.form))]
  if (forms.length === 0) return null
  return (
    <section>
      <h2>{t.needTitle}</h2>
      {forms.map((form) => (
        <div key={form}>
          {forms.length > 1 && <h3>{w.forms[form]?.short ?? form}</h3>}
          <ul class="usa-list">
            {t.needs[form].map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

function Nothing({ loaded, w }: LoadedProps) {
  const needsOrganization = loaded.steps.some((s) => s.by === 'organization' && s.reason === 'initial')
  return <p>{needsOrganization ? w.situations.noOrganization : w.situations.noRecord}</p>
}

interface QuestionsProps {
  readonly ask: SituationAsk
  readonly loaded: Loaded
  readonly posted: Fields
  readonly problems: readonly Problem[]
}
function Questions({ ask, loaded, posted, problems }: QuestionsProps) {
  const { w, visit } = ask
  const t = w.situations
  const at = (name: string) => problems.find((p) => p.at === name)
  const by = (who: 'person' | 'organization') => loaded.fresh.some((s) => s.by === who)
  const missing = loaded.steps.some(
    (s) => s.by === 'organization' && s.reason === 'initial' && !loaded.fresh.includes(s),
  )
  return (
    <Form visit={visit}>
      {missing && <p>{t.noOrganization}</p>}
      {loaded.steps.some((s) => s.by === 'other') && <p>{t.otherTells}</p>}
      {loaded.fresh.length > 1 && <p>{t.together}</p>}
      {(['person', 'organization'] as const).map((who) => {
        const from = who === 'person' ? loaded.people : loaded.organizations
        return by(who) && from.length > 1 ? (
          <Control
            key={who}
            name={who}
            kind={choice(...from.map((s) => s.id))}
            words={{
              ask: who === 'person' ? t.filers.person : t.forWhom,
              options: Object.fromEntries(from.map((s) => [s.id, `${s.name}, NPI ${s.npi}`])),
            }}
            value={posted[who] ?? ''}
            problem={at(who)}
            w={w}
          />
        ) : null
      })}
      {by('person') && (
        <Control
          name="practitioner"
          kind={choice('physician', 'non-physician')}
          words={{ ask: t.practitioner, options: t.practitionerOptions }}
          value={posted.practitioner ?? ''}
          problem={at('practitioner')}
          w={w}
        />
      )}
      {loaded.fresh.length > 0 && (
        <Control
          name="state"
          kind={state}
          words={{ ask: t.state }}
          value={posted.state ?? ''}
          problem={at('state')}
          w={w}
        />
      )}
      <Records ask={ask} loaded={loaded} posted={posted} problem={at('about')} />
      <Button>{t.begin}</Button>
    </Form>
  )
}
