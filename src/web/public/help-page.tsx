/** Whom to ask, and the few things people ask most. */
import { nobodysOwn, page } from '#web/kit/page.ts'
import { SummaryList } from '#web/kit/parts.tsx'
import { show } from '#web/kit/reply.ts'

export const helpPage = page({
  path: '/help',
  action: 'public.view',
  subject: nobodysOwn,
  async get({ w, services: { site } }) {
    const t = w.help
    const { phone, email, hours } = site.helpDesk
    const steps = (lines: readonly string[]) => (
      <ol class="usa-list">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    )
    return show(
      t.title,
      <>
        <h1>{t.title}</h1>
        <p class="usa-intro">{t.intro}</p>
        <h2>{t.contactTitle}</h2>
        <SummaryList
          w={w}
          rows={[
            { key: t.phone, value: <a href={`tel:${phone.replace(/\D/g, '')}`}>{phone}</a> },
            { key: t.email, value: <a href={`mailto:${email}`}>{email}</a> },
            { key: t.hours, value: hours },
          ]}
        />
        <p>
          {t.contactNote} <a href="/help/contact">{w.layout.askHelp}</a>
        </p>
        <h2>{t.signInTitle}</h2>
        {steps(t.signInSteps)}
        <h2>{t.lockedTitle}</h2>
        <p>{t.locked}</p>
        <h2>{t.applyTitle}</h2>
        {steps(t.applySteps)}
        <h2>{t.lookupTitle}</h2>
        <p>
          {t.lookup} <a href="/lookup">{w.layout.lookup}</a>
        </p>
        <h2>{t.privacyTitle}</h2>
        <p>{t.privacy}</p>
        <h2>{t.accessTitle}</h2>
        <p>{t.access}</p>
      </>,
    )
  },
})
