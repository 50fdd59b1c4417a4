/** Asking for affiliations: the same form and the same list of requests, from a case and from an enrollment. */
import type { JSX } from 'preact'
import type { DeskAffiliationRequest } from '#db/queries/affiliations/requests.ts'
import { clockOf } from '#domain/affiliation/request.ts'
import type { Problem, Result } from '#domain/result.ts'
import { longText } from '#forms/kit/kinds.ts'
import type { AskedAbout } from '#use-cases/affiliations/ask-affiliations.ts'
import { Control } from '#web/kit/fields.tsx'
import type { Visit } from '#web/kit/page.ts'
import { Alert, Button, Form } from '#web/kit/parts.tsx'
import type { Words } from '#words/index.ts'
import { RequestsTable } from './requests-table.tsx'

interface AskProps {
  readonly asked: Result<AskedAbout>
  readonly requests: readonly DeskAffiliationRequest[]
  /** Of a case the headings stand one level deeper. */
  readonly heading: 'h2' | 'h3'
  readonly typed: string
  readonly problems: readonly Problem[]
  readonly visit: Visit
  readonly now: Date
  readonly w: Words
}
export function AskAffiliations({
  asked,
  requests,
  heading: H,
  typed,
  problems,
  visit,
  now,
  w,
}: AskProps): JSX.Element {
  const t = w.affiliations.desk
  const isOpen = requests.some((r) => r.state === 'asked')
  return (
    <>
      <H>{t.requestsTitle}</H>
      {requests.length === 0 ? (
        <p>{t.requestsNone}</p>
      ) : (
        <RequestsTable caption={t.requestsTitle} rows={requests} now={now} w={w} />
      )}
      <H>{t.askTitle}</H>
      {isOpen ? (
        <Alert kind="info">{t.open}</Alert>
      ) : asked.ok ? (
        <AskForm about={asked.value} typed={typed} problems={problems} visit={visit} w={w} />
      ) : (
        <Alert kind="info">{asked.problem.code === 'not-your-case' ? t.takeFirst : w.say(asked.problem)}</Alert>
      )}
    </>
  )
}

interface FormProps extends Pick<AskProps, 'typed' | 'problems' | 'visit' | 'w'> {
  readonly about: AskedAbout
}
function AskForm({ about, typed, problems, visit, w }: FormProps): JSX.Element {
  const t = w.affiliations.desk
  const { days, cite } = clockOf(about)
  return (
    <>
      <p>{t.askIntro(days, cite)}</p>
      <p>{`${t.namedTitle}:`}</p>
      {about.named.length === 0 ? (
        <p>{t.namedNone}</p>
      ) : (
        <ul class="usa-list">
          {about.named.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      )}
      <Form visit={visit}>
        <Control
          name="basis"
          kind={longText(4000)}
          words={{ ask: t.basis, hint: t.basisHint }}
          value={typed}
          problem={problems.find((p) => p.at === 'basis')}
          w={w}
        />
        <Button>{t.ask}</Button>
      </Form>
    </>
  )
}
