/** One topic: every key with what counts today and what comes. A place of a moratorium is named here before it is noted. */
import type { JSX } from 'preact'
import { listPolicies, policiesInForce } from '#db/queries/policies/desk-policies.ts'
import { can } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import { supplierTypes } from '#domain/enrollment/supplier-types.ts'
import { stateCodes } from '#domain/party/states.ts'
import {
  isPolicyTopic,
  keyOfPlace,
  type PolicyTopic,
  type PolicyVersion,
  placeOf,
  policyKeys,
  productPolicy,
} from '#domain/policies/desk-policy.ts'
import { versionOn, versionsAfter } from '#domain/versions.ts'
import { nameOfKey, sayPolicy } from '#use-cases/policies/say-policy.ts'
import { type Fields, page } from '#web/kit/page.ts'
import { BackLink, Button, ErrorSummary, Table } from '#web/kit/parts.tsx'
import { notFound, redirect, show } from '#web/kit/reply.ts'
import { time } from '#words/en/portal/time.ts'
import type { Words } from '#words/index.ts'
import { theSite } from './overview-page.tsx'
import { policyPath } from './policy-path.ts'

export const policyTopicPage = page({
  path: '/desk/policies/:topic',
  action: 'policy.view',
  subject: theSite,
  query: ['supplierType', 'state', 'county'],
  async get({ db, permit, params: { topic }, query, today, w, visit }) {
    if (!isPolicyTopic(topic)) return notFound
    const t = w.desk.policies
    const asked = topic === 'moratoria' && query.supplierType !== undefined
    const key = asked ? askedKey(query) : undefined
    if (key) return redirect(policyPath(topic, key))
    const problems = asked ? [{ code: 'not-a-choice', at: 'county' } as const] : []
    const versions = await policiesInForce(db, topic)
    const mayChange = can(visit.actor, 'policy.change', { id: 'site' })
    const waiting = new Set((await listPolicies(db, permit, { topic, waiting: true })).map((p) => p.key))
    const keys = topic === 'moratoria' ? [...new Set([...versions.keys(), ...waiting])].toSorted() : policyKeys[topic]
    return show(
      problems.length > 0 ? `${w.layout.errorPrefix}${t.topics[topic].title}` : t.topics[topic].title,
      <>
        <BackLink href="/desk/policies" w={w} label={t.title} />
        <ErrorSummary problems={problems} w={w} nameOf={() => t.county} />
        <h1>{t.topics[topic].title}</h1>
        <p>{t.topics[topic].about}</p>
        {keys.length === 0 ? (
          <p>{t.noMoratoria}</p>
        ) : (
          <Keys topic={topic} keys={keys} of={versions} waiting={waiting} on={today} w={w} />
        )}
        {topic === 'moratoria' && mayChange && <NamePlace query={query} w={w} />}
      </>,
      { wide: true, status: problems.length > 0 ? 422 : 200 },
    )
  },
})

function askedKey({ supplierType, state, county }: Fields): string | undefined {
  const key = keyOfPlace({
    supplierType: supplierTypes.find((s) => s === supplierType) ?? ('' as never),
    state: state ?? '',
    ...(county?.trim() && { county }),
  })
  return placeOf(key) && key
}

interface KeysProps {
  readonly topic: PolicyTopic
  readonly keys: readonly string[]
  readonly of: ReadonlyMap<string, readonly PolicyVersion[]>
  /** Keys of which a version waits for a second person. */
  readonly waiting: ReadonlySet<string>
  readonly on: Day
  readonly w: Words
}
function Keys({ topic, keys, of, waiting, on, w }: KeysProps): JSX.Element {
  const t = w.desk.policies
  return (
    <Table
      caption={t.topics[topic].title}
      rows={keys}
      rowKey={(k) => k}
      columns={[
        {
          title: t.what,
          cell: (k) => (
            <>
              <a href={policyPath(topic, k)}>{nameOfKey(topic, k, w)}</a>
              {waiting.has(k) && <strong class="below">{t.waitingTitle}</strong>}
            </>
          ),
        },
        {
          title: t.today,
          cell: (k) => {
            const set = versionOn(of.get(k) ?? [], on)
            return (
              <>
                {sayPolicy(topic, set?.value ?? productPolicy(topic, k, on), w)}
                {topic !== 'moratoria' && <span class="quiet below">{set ? t.setHere : t.product}</span>}
              </>
            )
          },
        },
        {
          title: t.comes,
          cell: (k) => {
            const next = versionsAfter(of.get(k) ?? [], on)
            return next.length === 0
              ? t.nothingComes
              : next.map((v) => t.fromDay(time.day(v.from), sayPolicy(topic, v.value, w))).join('; ')
          },
        },
      ]}
    />
  )
}

/** A question, so it is a GET: the answer is the page of the place. */
function NamePlace({ query, w }: { readonly query: Fields; readonly w: Words }): JSX.Element {
  const t = w.desk.policies
  const list = (name: string, label: string, options: readonly (readonly [string, string])[]) => (
    <>
      <label class="usa-label" for={name}>
        {label}
      </label>
      <select class="usa-select" id={name} name={name}>
        {options.map(([value, said]) => (
          <option key={value} value={value} selected={value === query[name]}>
            {said}
          </option>
        ))}
      </select>
    </>
  )
  return (
    <form method="get" class="usa-form usa-form--large">
      <h2>{t.note}</h2>
      {list(
        'supplierType',
        t.supplierType,
        supplierTypes.map((s) => [s, w.review.supplierTypes[s]] as const),
      )}
      {list(
        'state',
        t.state,
        stateCodes.map((s) => [s, w.values.states[s] ?? s] as const),
      )}
      <label class="usa-label" for="county">
        {t.county}
      </label>
      <input class="usa-input" id="county" name="county" value={query.county ?? ''} maxLength={40} />
      <Button>{t.go}</Button>
    </form>
  )
}
