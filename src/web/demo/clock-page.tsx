/** Moves the clock of a demonstration. */
import { nobodysOwn, page } from '#web/kit/page.ts'
import { Button, Form } from '#web/kit/parts.tsx'
import { notFound, redirect, show } from '#web/kit/reply.ts'

const STEPS = [1, 7, 30, 120] as const

export const clockPage = page({
  path: '/demo/clock',
  action: 'demo.control',
  subject: nobodysOwn,

  async get({ services, visit, w, now }) {
    if (!services.site.demo || !services.movableClock) return notFound
    return show(
      w.demo.clockTitle,
      <>
        <h1>{w.demo.clockTitle}</h1>
        <p class="usa-intro">{w.demo.clockIntro}</p>
        <p>
          {w.demo.clockNow}: <strong>{now.toISOString()}</strong>
        </p>
        <Form visit={visit}>
          {STEPS.map((days) => (
            <p key={days}>
              <Button go={String(days)} kind="outline">
                {w.demo.clockForward(days)}
              </Button>
            </p>
          ))}
        </Form>
      </>,
    )
  },
  post: {
    fields: [],
    async handle({ services, posted, now }) {
      const days = STEPS.find((s) => String(s) === posted.go)
      if (!services.site.demo || !services.movableClock || !days) return notFound
      services.movableClock.moveTo(new Date(now.getTime() + days * 86_400_000))
      await services.runJobs()
      return redirect('/demo/clock', { notice: 'clock-moved' })
    },
  },
})
