/** One provider as anybody may see it, on any day: registry, enrollments, and where each fact comes from. */
import { type Day, isDay } from '#domain/dates.ts'
import { isNpi } from '#domain/identifiers/npi.ts'
import { registryName } from '#domain/party/registry-provider.ts'
import type { Problem } from '#domain/result.ts'
import { lookUpProvider } from '#use-cases/eligibility/look-up-provider.ts'
import { DayField } from '#web/kit/day-field.tsx'
import { nobodysOwn, page } from '#web/kit/page.ts'
import { Alert, BackLink, Button, ErrorSummary } from '#web/kit/parts.tsx'
import { show } from '#web/kit/reply.ts'
import { Enrollments, Registry, Sources } from './provider-parts.tsx'

export const providerPage = page({
  path: '/lookup/:npi',
  action: 'public.view',
  subject: nobodysOwn,
  query: ['on', 'knownOn'],
  async get({ db, permit, params, query, today, w, services }) {
    const t = w.lookup.provider
    const npi = params.npi ?? ''
    const [askedOn, askedKnown] = [query.on?.trim() || today, query.knownOn?.trim() || undefined]
    const problems: Problem[] = []
    if (!isDay(askedOn)) problems.push({ code: 'not-a-date', at: 'on' })
    if (askedKnown && !isDay(askedKnown)) problems.push({ code: 'not-a-date', at: 'knownOn' })
    const on = (problems.length > 0 ? today : askedOn) as Day
    const knownOn = (problems.length > 0 ? undefined : askedKnown) as Day | undefined
    const facts = await lookUpProvider(db, permit, services.eligibility(), { npi, on, ...(knownOn && { knownOn }) })
    const { verdict } = facts
    const name = (facts.registry && registryName(facts.registry)) || npi
    const missing = !isNpi(npi) || (!facts.registry && facts.enrollments.length === 0)
    const day = w.portal.time.day
    return show(
      `${problems.length > 0 ? w.layout.errorPrefix : ''}${name} - ${w.lookup.title}`,
      <>
        <BackLink href="/lookup" w={w} label={w.lookup.back} />
        <ErrorSummary problems={problems} w={w} nameOf={(at) => (at === 'on' ? w.lookup.on : w.lookup.known)} />
        <h1>
          <span class="caption">
            NPI <span class="number">{npi}</span>
          </span>
          {name}
        </h1>
        <section class={`answer answer--${verdict.answer}`} aria-labelledby="answer">
          <h2 id="answer">{t.question(day(on))}</h2>
          <p class="answer__word">{w.eligibility.answers[verdict.answer]}</p>
          <p>{w.eligibility.links[verdict.link]}</p>
          {verdict.fix && <p>{w.eligibility.fix(verdict.fix)}</p>}
          {knownOn && <p>{t.knownOn(day(knownOn))}</p>}
        </section>
        {!missing && <Enrollments facts={facts} w={w} />}
        {facts.sources.registry ? (
          isNpi(npi) && <Registry facts={facts} w={w} />
        ) : (
          <Alert kind="warning" title={w.lookup.unavailableTitle}>
            <p>{w.lookup.unavailable}</p>
          </Alert>
        )}
        <h2>{t.change}</h2>
        <form method="get" action={`/lookup/${encodeURIComponent(npi)}`} class="usa-form" noValidate>
          <DayField
            name="on"
            value={askedOn}
            label={w.lookup.on}
            hint={w.lookup.onHint}
            problem={problems.find((p) => p.at === 'on')}
            w={w}
          />
          <DayField
            name="knownOn"
            value={askedKnown ?? ''}
            label={w.lookup.known}
            hint={w.lookup.knownHint}
            problem={problems.find((p) => p.at === 'knownOn')}
            w={w}
          />
          <Button>{t.show}</Button>
        </form>
        <Sources facts={facts} today={today} w={w} />
      </>,
      { status: problems.length > 0 ? 422 : missing ? 404 : 200 },
    )
  },
})
