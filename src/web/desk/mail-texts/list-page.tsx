/** Every mail whose text can be edited, which text counts, and which waits for a second person. */
import { countMailTexts, type MailTextCount } from '#db/queries/mails/mail-texts.ts'
import { dayIn, siteZone } from '#domain/dates.ts'
import type { MailKind } from '#domain/mails/mail-kinds.ts'
import { page } from '#web/kit/page.ts'
import { Alert, BackLink, Table } from '#web/kit/parts.tsx'
import { show } from '#web/kit/reply.ts'
import { time } from '#words/en/portal/time.ts'
import { groupsOf, whoseTexts } from './whose-texts.ts'

export const mailTextsPage = page({
  path: '/desk/mail-texts',
  action: 'mail-text.edit',
  subject: whoseTexts,
  async get({ db, permit, w, now }) {
    const t = w.desk.mailTexts
    const { contractorId } = permit.subject
    const counts = await countMailTexts(db, permit, dayIn(siteZone, now))
    const of = (kind: MailKind, whose: string | undefined): MailTextCount | undefined =>
      counts.find((c) => c.kind === kind && c.contractorId === whose)
    const counting = (kind: MailKind): string => {
      const own = of(kind, contractorId)
      const site = contractorId !== undefined && of(kind, undefined)?.inForce !== undefined
      const now = own?.inForce === undefined ? (site ? t.siteText : t.product) : t.own(own.inForce)
      return own?.comes ? `${now}; ${t.comes(time.day(own.comes))}` : now
    }
    const waiting = counts.filter((c) => c.contractorId === contractorId && c.waiting !== undefined)
    return show(
      t.title,
      <>
        {contractorId !== undefined && <BackLink href="/desk/decisions" w={w} label={w.decisions.backToQueue} />}
        <h1>{t.title}</h1>
        <p>{contractorId === undefined ? t.introSite : t.introContractor}</p>
        {waiting.length > 0 && (
          <Alert kind="info" title={t.waitingTitle}>
            <ul class="usa-list">
              {waiting.map((c) => (
                <li key={c.kind}>
                  <a href={`/desk/mail-texts/${c.kind}`}>{w.mailTexts[c.kind].name}</a>
                </li>
              ))}
            </ul>
          </Alert>
        )}
        {groupsOf(permit.subject).map(([group, kinds]) => (
          <section key={group}>
            {group === 'security' && <p>{t.securityNote}</p>}
            <Table
              caption={t.groups[group]}
              rows={kinds}
              rowKey={(k) => k}
              columns={[
                { title: t.mail, cell: (k) => <a href={`/desk/mail-texts/${k}`}>{w.mailTexts[k].name}</a> },
                { title: t.counts, cell: counting },
                {
                  title: t.waiting,
                  cell: (k) => {
                    const n = of(k, contractorId)?.waiting
                    return n === undefined ? t.noneWaits : t.own(n)
                  },
                },
              ]}
            />
          </section>
        ))}
      </>,
      { wide: true },
    )
  },
})
