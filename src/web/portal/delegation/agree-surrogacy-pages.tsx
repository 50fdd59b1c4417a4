/** The forms that ask for a connection or offer one: which providers or company, which functions, until when. */
import { listAgents, type PartySubject, partySubject } from '#db/queries/delegation/parties.ts'
import { type Day, isDay } from '#domain/dates.ts'
import type { Problem } from '#domain/result.ts'
import { date, longText } from '#forms/kit/kinds.ts'
import { askSurrogacy, offerSurrogacy } from '#use-cases/delegation/ask-surrogacy.ts'
import { Control } from '#web/kit/fields.tsx'
import { type Ask, type Fields, page } from '#web/kit/page.ts'
import { BackLink, Button, ErrorSummary, Form } from '#web/kit/parts.tsx'
import { redirect, show } from '#web/kit/reply.ts'
import { Ticks } from '#web/kit/ticks.tsx'
import { postedNames, typedFrom } from '#web/kit/typed-fields.ts'
import { callerOf, functionOptions, functionsIn, tellerOf } from './teller.ts'

type ConnectAsk = Ask<'surrogacy.agree', PartySubject>

const endsOn = date('future')
const datePosted = postedNames('endsOn', { kind: endsOn })
const endsOnIn = (posted: Fields): string => typedFrom('endsOn', { kind: endsOn }, posted) ?? ''

/** The day that was typed, or why it is none. */
function readDay(typed: string): { readonly day: Day } | { readonly problem: Problem } {
  if (!typed) return { problem: { code: 'required', at: 'endsOn' } }
  return isDay(typed) ? { day: typed } : { problem: { code: 'not-a-date', at: 'endsOn' } }
}

interface FormProps {
  readonly ask: ConnectAsk
  readonly title: string
  readonly problems: readonly Problem[]
  readonly names: Readonly<Record<string, string>>
}
const Head = ({ ask: { w, subject }, title, problems, names }: FormProps) => (
  <>
    <BackLink href={`/surrogacy/${subject.id}`} w={w} label={w.delegation.connections.back} />
    <ErrorSummary
      problems={problems}
      w={w}
      idOf={(at) => (at === 'endsOn' ? 'endsOn-month' : at)}
      nameOf={(at) =>
        ({ functions: w.delegation.connections.functions, endsOn: w.delegation.connections.until, ...names })[at]
      }
    />
    <h1>{title}</h1>
    <p class="usa-intro">{w.delegation.connections.intro}</p>
  </>
)

const Terms = ({ ask: { w }, typed, problems }: { ask: ConnectAsk; typed: Fields; problems: readonly Problem[] }) => {
  const t = w.delegation.connections
  return (
    <>
      <Ticks
        name="functions"
        legend={t.chooseFunctions}
        options={functionOptions(w)}
        value={typed.functions ?? 'view,prepare'}
        many
        problems={problems}
        w={w}
      />
      <Control
        name="endsOn"
        kind={endsOn}
        words={{ ask: t.endsOn, hint: t.endsOnHint }}
        value={endsOnIn(typed)}
        problem={problems.find((p) => p.at === 'endsOn')}
        w={w}
      />
      <Button go="send">{t.send}</Button>
    </>
  )
}

function drawAsk(ask: ConnectAsk, typed: Fields, problems: readonly Problem[]) {
  const { w, visit } = ask
  const t = w.delegation.connections
  return show(
    problems.length > 0 ? `${w.layout.errorPrefix}${t.askTitle}` : t.askTitle,
    <div class="one-thing">
      <Head ask={ask} title={t.askTitle} problems={problems} names={{ npis: t.npis }} />
      <Form visit={visit}>
        <Control
          name="npis"
          kind={longText(2000)}
          words={{ ask: t.npis, hint: t.npisHint }}
          value={typed.npis ?? ''}
          problem={problems.find((p) => p.at === 'npis')}
          w={w}
        />
        <Terms ask={ask} typed={typed} problems={problems} />
      </Form>
    </div>,
    { status: problems.length > 0 ? 422 : 200 },
  )
}

export const askSurrogacyPage = page({
  path: '/surrogacy/:partyId/ask',
  action: 'surrogacy.agree',
  subject: (db, { partyId }) => partySubject(db, partyId),
  get: async (ask) => drawAsk(ask, {}, []),
  post: {
    once: true,
    fields: ['npis', ...datePosted],
    many: ['functions'],
    async handle(ask) {
      const { posted, db, permit, now, subject } = ask
      const typed = { functions: '', ...posted }
      const read = readDay(endsOnIn(posted))
      if ('problem' in read) return drawAsk(ask, typed, [read.problem])
      const input = { npis: posted.npis ?? '', functions: functionsIn(posted.functions), endsOn: read.day }
      const done = await askSurrogacy(db, permit, tellerOf(ask), input, callerOf(ask), now)
      return done.ok
        ? redirect(`/surrogacy/${subject.id}`, { notice: 'surrogacy-sent' })
        : drawAsk(ask, typed, done.problems)
    },
  },
})

async function drawOffer(ask: ConnectAsk, typed: Fields, problems: readonly Problem[]) {
  const { w, visit, db } = ask
  const t = w.delegation.connections
  const search = typed.find?.trim() ?? ''
  const agents = search.length >= 3 ? await listAgents(db, search) : []
  return show(
    problems.length > 0 ? `${w.layout.errorPrefix}${t.offerTitle}` : t.offerTitle,
    <div class="one-thing">
      <Head ask={ask} title={t.offerTitle} problems={problems} names={{ agent: t.agent }} />
      <form method="get" class="usa-form usa-form--large">
        <label class="usa-label" for="find">
          {t.offerFind}
        </label>
        <div class="usa-hint" id="find-hint">
          {t.offerFindHint}
        </div>
        <input class="usa-input" id="find" name="find" type="text" value={search} aria-describedby="find-hint" />
        <Button kind="outline">{t.find}</Button>
      </form>
      {search.length >= 3 && agents.length === 0 && <p>{t.noCompany}</p>}
      {agents.length > 0 && (
        <Form visit={visit}>
          <input type="hidden" name="find" value={search} />
          <Ticks
            name="agent"
            legend={t.agent}
            options={agents.map((a) => ({ value: a.id, label: a.name }))}
            value={typed.agent ?? (agents.length === 1 ? agents[0]?.id : undefined)}
            problems={problems}
            w={w}
          />
          <Terms ask={ask} typed={typed} problems={problems} />
        </Form>
      )}
    </div>,
    { status: problems.length > 0 ? 422 : 200 },
  )
}

export const offerSurrogacyPage = page({
  path: '/surrogacy/:partyId/offer',
  action: 'surrogacy.agree',
  subject: (db, { partyId }) => partySubject(db, partyId),
  query: ['find'],
  get: (ask) => drawOffer(ask, ask.query, []),
  post: {
    once: true,
    fields: ['find', 'agent', ...datePosted],
    many: ['functions'],
    async handle(ask) {
      const { posted, db, permit, now, subject } = ask
      const typed = { functions: '', ...posted }
      const read = readDay(endsOnIn(posted))
      if ('problem' in read) return drawOffer(ask, typed, [read.problem])
      const input = { agentId: posted.agent ?? '', functions: functionsIn(posted.functions), endsOn: read.day }
      const done = await offerSurrogacy(db, permit, tellerOf(ask), input, callerOf(ask), now)
      return done.ok
        ? redirect(`/surrogacy/${subject.id}`, { notice: 'surrogacy-sent' })
        : drawOffer(ask, typed, done.problems)
    },
  },
})
