/** A buyer without an enrollment names what was bought: a number, the day, whether the agreement is taken over. */
import { listStartable, type Startable } from '#db/queries/application/packets.ts'
import { authorize, type Subject } from '#domain/access/policy.ts'
import { isDay } from '#domain/dates.ts'
import { isAgreement } from '#domain/ownership/transfer.ts'
import type { Problem } from '#domain/result.ts'
import { type MajorityException, majorityExceptions } from '#domain/screening/majority-ownership.ts'
import { beginPurchase, judgePurchase, type Purchase } from '#use-cases/ownership-transfer/begin-purchase.ts'
import { type Ask, type Fields, page, visitorsOwn } from '#web/kit/page.ts'
import { BackLink, ErrorSummary } from '#web/kit/parts.tsx'
import { notFound, redirect, type Shown, show } from '#web/kit/reply.ts'
import { postedNames, typedFrom } from '#web/kit/typed-fields.ts'
import { applicationPath } from '../application/section-order.ts'
import { type Judged, Questions, saleOn } from './buy-questions.tsx'

type BuyAsk = Ask<'dashboard.view', Subject>

export const buyPage = page({
  path: '/start/bought/seller',
  action: 'dashboard.view',
  subject: visitorsOwn,
  get: async (ask) => draw(ask, await organizationsOf(ask), {}, [], undefined),
  post: {
    fields: ['organization', 'number', ...postedNames('saleOn', saleOn), 'agreement', 'exception'],
    many: ['understood'],
    async handle(ask) {
      const { db, visit, posted, services, w, now } = ask
      const own = await organizationsOf(ask)
      const buyer = own.find((o) => o.id === posted.organization) ?? (own.length === 1 ? own[0] : undefined)
      const read = readPurchase(posted)
      const problems: readonly Problem[] = [
        ...(buyer ? [] : [{ code: 'required', at: 'organization' } as const]),
        ...read.problems,
      ]
      if (!buyer || !read.purchase) return draw(ask, own, posted, problems, undefined)
      const permit = authorize(visit.actor, 'application.start', { id: buyer.id, enrolleeId: buyer.id })
      if (!permit.ok) return notFound
      const done = await beginPurchase(db, permit.value, read.purchase, { site: services.site, words: w }, now)
      if (done.ok) {
        services.wake()
        return redirect(applicationPath(done.value.applicationId, '/sale'), { notice: 'purchase-begun' })
      }
      const judged = await judgePurchase(db, permit.value, read.purchase)
      return draw(ask, own, posted, done.problems, judged.ok ? judged.value : undefined)
    },
  },
})

const organizationsOf = async ({ db, permit }: BuyAsk): Promise<readonly Startable[]> =>
  (await listStartable(db, permit)).filter((s) => s.kind === 'organization')

const isException = (s: string | undefined): s is MajorityException =>
  (majorityExceptions as readonly string[]).includes(s ?? '')

function readPurchase(posted: Fields): {
  readonly problems: readonly Problem[]
  readonly purchase: Purchase | undefined
} {
  const on = typedFrom('saleOn', saleOn, posted) ?? ''
  const problems: Problem[] = []
  if ((posted.number ?? '').trim() === '') problems.push({ code: 'required', at: 'number' })
  if (!isDay(on)) problems.push({ code: on === '' ? 'required' : 'not-a-date', at: 'saleOn' })
  if (!isAgreement(posted.agreement)) problems.push({ code: 'required', at: 'agreement' })
  if (problems.length > 0 || !isDay(on) || !isAgreement(posted.agreement)) return { problems, purchase: undefined }
  return {
    problems,
    purchase: {
      number: posted.number ?? '',
      saleOn: on,
      agreement: posted.agreement,
      exception: isException(posted.exception) ? posted.exception : undefined,
      understood: posted.understood === 'yes',
    },
  }
}

function draw(
  ask: BuyAsk,
  own: readonly Startable[],
  typed: Fields,
  problems: readonly Problem[],
  judged: Judged | undefined,
): Shown {
  const { w } = ask
  const t = w.transfers.buy
  const open = problems.find((p) => p.code === 'application-open')?.with?.applicationId
  const names: Readonly<Record<string, string>> = {
    organization: t.forWhom,
    number: t.number,
    saleOn: t.saleOn,
    agreement: t.agreement,
    understood: t.stopTitle,
  }
  return show(
    problems.length > 0 ? `${w.layout.errorPrefix}${t.title}` : t.title,
    <div class="one-thing">
      <BackLink href="/start/bought" w={w} />
      <ErrorSummary
        problems={problems}
        w={w}
        nameOf={(at) => names[at]}
        idOf={(at) => (at === 'saleOn' ? 'saleOn-month' : at)}
      />
      {open && (
        <p>
          <a class="usa-link" href={applicationPath(String(open))}>
            {w.situations.openAlready}
          </a>
        </p>
      )}
      <h1>{t.title}</h1>
      <p class="usa-intro">{t.intro}</p>
      {own.length === 0 ? (
        <p>
          {t.noOrganization}{' '}
          <a class="usa-link" href="/organizations/new">
            {t.addOrganization}
          </a>
        </p>
      ) : (
        <Questions ask={ask} own={own} typed={typed} problems={problems} judged={judged} />
      )}
    </div>,
    { status: problems.length > 0 ? 422 : 200 },
  )
}
