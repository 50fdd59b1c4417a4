/** /admin/settings: what may be set while the portal runs, what is in force, and every change of it. */
import { readSettings, type SettingHistory, type SettingShown } from '#db/queries/staff/administration.ts'
import type { Problem } from '#domain/result.ts'
import {
  isSettingName,
  METHODS,
  parseSetting,
  type SettingName,
  settingNames,
  settings,
} from '#domain/settings/settings.ts'
import { sayInstant } from '#use-cases/account/tell-owner.ts'
import { type Fields, page } from '#web/kit/page.ts'
import { Button, Form, SummaryList, Table } from '#web/kit/parts.tsx'
import { notFound } from '#web/kit/reply.ts'
import type { Words } from '#words/index.ts'
import { type AdminAsk, adminScreen, change, isRedirect, sayMethods, theSite } from './admin-frame.tsx'
import { methodsRow } from './allowed-methods-page.tsx'
import { Box } from './frame.tsx'

const shown = (name: SettingName, value: number, w: Words): string => `${value} ${w.admin.units[settings[name].unit]}`

export const settingsPage = page({
  path: '/admin/settings',
  action: 'site.administer',
  subject: theSite,
  async get(ask) {
    const { w } = ask
    const t = w.admin
    const { values, history } = await readSettings(ask.db, ask.permit)
    return adminScreen(ask, {
      tab: 'settings',
      title: t.settingsTitle,
      children: (
        <>
          <SummaryList
            w={w}
            rows={[
              methodsRow(ask),
              ...settingNames.map((n) => ({
                key: t.settings[n].name,
                value: shown(n, values[n], w),
                change: { href: `/admin/settings/${n}`, label: t.settings[n].name },
              })),
            ]}
          />
          <History history={history} w={w} />
        </>
      ),
    })
  },
})

function History({ history, w }: { history: readonly SettingHistory[]; w: Words }) {
  const t = w.admin
  if (history.length === 0) return <p>{t.noHistory}</p>
  const value = (h: SettingHistory, v: SettingShown | undefined) =>
    v === undefined
      ? t.unset
      : typeof v !== 'number'
        ? sayMethods(v, w)
        : isSettingName(h.name)
          ? shown(h.name, v, w)
          : String(v)
  return (
    <Table
      caption={t.historyTitle}
      rows={history}
      rowKey={(h) => h.id}
      columns={[
        {
          title: t.what,
          cell: (h) => (
            <>
              {isSettingName(h.name) ? t.settings[h.name].name : h.name === METHODS ? t.methods.name : h.name}
              <span class="quiet below">{h.reason}</span>
            </>
          ),
        },
        { title: t.before, cell: (h) => value(h, h.before) },
        { title: t.after, cell: (h) => value(h, h.after) },
        { title: t.byWhom, cell: (h) => h.changedByName },
        { title: t.approvedBy, cell: (h) => h.approvedByName ?? '' },
        { title: t.when, cell: (h) => sayInstant(h.at) },
      ]}
    />
  )
}

export const settingPage = page({
  path: '/admin/settings/:name',
  action: 'site.administer',
  subject: theSite,
  stepUp: true,
  get: (ask) => draw(ask, {}, []),
  post: {
    once: true,
    fields: ['value', 'reason'],
    async handle(ask) {
      const { name } = ask.params
      if (!isSettingName(name)) return notFound
      const value = parseSetting(name, ask.posted.value ?? '')
      if (!value.ok) return draw(ask, ask.posted, value.problems)
      const done = await change(ask, { kind: 'set-setting', name, value: value.value }, '/admin/settings')
      return isRedirect(done) ? done : draw(ask, ask.posted, done.ok ? [] : done.problems)
    },
  },
})

async function draw(ask: AdminAsk, typed: Fields, problems: readonly Problem[]) {
  const { w, visit, params } = ask
  const t = w.admin
  const { name } = params
  if (!isSettingName(name)) return notFound
  const { min, max, otherwise, unit, fourEyes } = settings[name]
  const { values } = await readSettings(ask.db, ask.permit)
  return adminScreen(ask, {
    tab: 'settings',
    title: t.settings[name].name,
    problems,
    back: { href: '/admin/settings', label: t.settingsTitle },
    children: (
      <Form visit={visit}>
        <p>
          {t.settings[name].hint} {fourEyes && t.fourEyes}
        </p>
        <Box
          name="value"
          words={{ ask: t.value, hint: t.between(min, max, t.units[unit], otherwise) }}
          value={typed.value ?? String(values[name])}
          problems={problems}
          max={6}
          w={w}
        />
        <Box
          name="reason"
          words={{ ask: t.reason, hint: t.reasonHint }}
          value={typed.reason}
          problems={problems}
          max={500}
          long
          w={w}
        />
        <Button>{t.change}</Button>
      </Form>
    ),
  })
}
