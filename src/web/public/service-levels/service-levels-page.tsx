/** For providers: how long applications take here, against the targets, and what most often holds them up. */
import type { JSX } from 'preact'
import { contractorsWithStates } from '#db/queries/contractors.ts'
import { usualPeriod } from '#domain/reports/period.ts'
import { SHARE_IN_TIME } from '#domain/reports/service-paths.ts'
import { publishedLevels } from '#use-cases/reports/published-levels.ts'
import { BarPatterns } from '#web/kit/charts/bar.tsx'
import { SheetShown } from '#web/kit/charts/sheet-shown.tsx'
import { nobodysOwn, page } from '#web/kit/page.ts'
import { Button } from '#web/kit/parts.tsx'
import { show } from '#web/kit/reply.ts'
import { time } from '#words/en/portal/time.ts'
import type { Words } from '#words/index.ts'

type Contractors = Awaited<ReturnType<typeof contractorsWithStates>>

export const serviceLevelsPage = page({
  path: '/service-levels',
  action: 'public.view',
  subject: nobodysOwn,
  query: ['contractor'],
  async get({ db, permit, query, today, w }) {
    const t = w.reports
    const contractors = await contractorsWithStates(db)
    const chosen = contractors.find((c) => c.id === query.contractor)
    const period = usualPeriod(today)
    const levels = await publishedLevels(db, permit, { contractorId: chosen?.id }, period, w)
    const name = chosen?.name ?? t.everyContractor
    return show(
      chosen ? `${t.levels.title}: ${chosen.name}` : t.levels.title,
      <>
        <h1>{t.levels.title}</h1>
        <p class="usa-intro">{t.levels.intro}</p>
        <Choosing contractors={contractors} chosen={chosen?.id} w={w} />
        <p>
          <strong>{name}.</strong> {t.levels.period(time.day(period.from), time.day(period.to))}{' '}
          {t.levels.waiting(levels.open)}
        </p>
        <p>{t.levels.targets(t.percent(SHARE_IN_TIME, 1))}</p>
        <BarPatterns />
        <SheetShown sheet={levels.timeliness} w={w} />
        <SheetShown sheet={levels.firstPass} w={w} />
        <SheetShown sheet={levels.asked} w={w} title={t.levels.askedTitle}>
          <p>{t.levels.askedMeans}</p>
        </SheetShown>
      </>,
    )
  },
})

interface ChoosingProps {
  readonly contractors: Contractors
  readonly chosen: string | undefined
  readonly w: Words
}
const Choosing = ({ contractors, chosen, w }: ChoosingProps): JSX.Element => (
  <form class="report-form" method="get" action="/service-levels">
    <div class="usa-form-group">
      <label class="usa-label" for="contractor">
        {w.reports.levels.contractor}
      </label>
      <select class="usa-select" id="contractor" name="contractor">
        <option value="">{w.reports.everyContractor}</option>
        {contractors.map((c) => (
          <option key={c.id} value={c.id} selected={c.id === chosen}>
            {c.states.length > 0 ? `${c.name} (${c.states.join(', ')})` : c.name}
          </option>
        ))}
      </select>
    </div>
    <Button>{w.reports.levels.choose}</Button>
  </form>
)
