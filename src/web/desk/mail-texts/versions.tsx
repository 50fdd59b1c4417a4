/** The versions of a mail's text, with who wrote and answered each, and how many mails said it. */
import type { JSX } from 'preact'
import type { MailTextVersion } from '#db/queries/mails/mail-texts.ts'
import { siteZone } from '#domain/dates.ts'
import type { MailKind } from '#domain/mails/mail-kinds.ts'
import { Table } from '#web/kit/parts.tsx'
import { time } from '#words/en/portal/time.ts'
import type { Words } from '#words/index.ts'

interface Props {
  readonly kind: MailKind
  readonly versions: readonly MailTextVersion[]
  /** No version can be written while one waits. */
  readonly mayTakeUp: boolean
  readonly w: Words
}
export function TextVersions({ kind, versions, mayTakeUp, w }: Props): JSX.Element | null {
  if (versions.length === 0) return null
  const t = w.desk.mailTexts
  const here = `/desk/mail-texts/${kind}`
  const takeUp = (n: number) => (
    <a href={`${here}?from=${n}`}>
      {t.takeUp}
      <span class="usa-sr-only"> ({n === 0 ? t.product : t.own(n)})</span>
    </a>
  )
  return (
    <>
      <Table
        caption={t.versions}
        rows={versions}
        rowKey={(v) => String(v.version)}
        columns={[
          { title: t.version, cell: (v) => <a href={`${here}?version=${v.version}`}>{t.own(v.version)}</a> },
          { title: t.first, cell: (v) => time.day(v.from) },
          {
            title: t.by,
            cell: (v) => (
              <>
                {`${v.proposedByName ?? t.someone}, ${time.at(v.proposedAt, siteZone)}`}
                <span class="quiet below">{v.reason}</span>
              </>
            ),
          },
          {
            title: t.state,
            cell: (v) => (
              <>
                {t.states[v.state]}
                {v.answeredAt && (
                  <span class="quiet below">
                    {`${v.answeredByName ?? t.someone}, ${time.at(v.answeredAt, siteZone)}`}
                    {v.answer && `: ${v.answer}`}
                  </span>
                )}
              </>
            ),
          },
          { title: t.sent, numeric: true, cell: (v) => v.mails },
          ...(mayTakeUp ? [{ title: t.goBack, cell: (v: MailTextVersion) => takeUp(v.version) }] : []),
        ]}
      />
      {mayTakeUp && (
        <p>
          {t.product}: {takeUp(0)}
        </p>
      )}
    </>
  )
}
