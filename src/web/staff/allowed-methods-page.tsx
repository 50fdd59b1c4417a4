/** /admin/settings/sign-in-methods: which ways to verify are allowed. One administrator proposes, another approves. */
import { isMethod, methods } from '#domain/access/assurance.ts'
import type { Problem } from '#domain/result.ts'
import { page } from '#web/kit/page.ts'
import { Alert, Button, Form } from '#web/kit/parts.tsx'
import { Ticks } from '#web/kit/ticks.tsx'
import { type AdminAsk, adminScreen, change, isRedirect, sayMethods, theSite } from './admin-frame.tsx'
import { Box } from './frame.tsx'

const PATH = '/admin/settings/sign-in-methods'
const allowedBy = ({ services }: AdminAsk) => services.site.methods ?? methods

/** Its line on the page of settings. */
export const methodsRow = (ask: AdminAsk) => ({
  key: ask.w.admin.methods.name,
  value: sayMethods(allowedBy(ask), ask.w),
  change: { href: PATH, label: ask.w.admin.methods.name },
})

export const allowedMethodsPage = page({
  path: PATH,
  action: 'site.administer',
  subject: theSite,
  stepUp: true,
  get: async (ask) => draw(ask, allowedBy(ask).join(','), undefined, []),
  post: {
    fields: ['methods', 'reason'],
    many: ['methods'],
    async handle(ask) {
      const typed = (ask.posted.methods ?? '').split(',').filter(isMethod)
      const wanted = { kind: 'allow-methods', methods: methods.filter((m) => typed.includes(m)) } as const
      const done = await change(ask, wanted, '/admin/settings')
      return isRedirect(done) ? done : draw(ask, typed.join(','), ask.posted.reason, done.ok ? [] : done.problems)
    },
  },
})

function draw(ask: AdminAsk, ticked: string, reason: string | undefined, problems: readonly Problem[]) {
  const { w, visit, services } = ask
  const { site } = services
  const t = w.admin
  return adminScreen(ask, {
    tab: 'settings',
    title: t.methods.name,
    problems,
    back: { href: '/admin/settings', label: t.settingsTitle },
    children: site.methodsFixed ? (
      <>
        <Alert kind="info">{t.methods.fixed}</Alert>
        <p>{sayMethods(allowedBy(ask), w)}</p>
      </>
    ) : (
      <Form visit={visit}>
        <p>
          {t.methods.hint} {t.fourEyes}
        </p>
        <p>{t.methods.staffHint}</p>
        <Ticks
          name="methods"
          legend={t.methods.name}
          many
          value={ticked}
          options={(site.methodsCarried ?? methods).map((m) => ({
            value: m,
            label: w.account.methodNames[m],
            hint: t.methods.hints[m],
          }))}
          problems={problems}
          w={w}
        />
        <Box
          name="reason"
          words={{ ask: t.reason, hint: t.reasonHint }}
          value={reason}
          problems={problems}
          max={500}
          long
          w={w}
        />
        <Button>{t.methods.propose}</Button>
      </Form>
    ),
  })
}
