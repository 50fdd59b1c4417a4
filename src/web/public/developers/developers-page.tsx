/** /developers: every request of the API with a command that asks it, read off the OpenAPI document; errors, webhooks. */
import { apiLimits } from '#domain/access/api/keys.ts'
import { JumpList } from '#web/kit/jump-list.tsx'
import { nobodysOwn, page } from '#web/kit/page.ts'
import { Table } from '#web/kit/parts.tsx'
import { notFound, show } from '#web/kit/reply.ts'
import type { Words } from '#words/index.ts'
import { type Described, operationsOf } from './described.ts'
import { OneOperation } from './one-operation.tsx'

const VERIFY = `import { Webhook } from 'standardwebhooks'

const hook = new Webhook(process.env.WEBHOOK_SECRET) // "whsec_..."
// The body as it came, before anything parses it.
const event = hook.verify(body, request.headers)
if (event.type === 'application.approved') await fetch(event.data.link, { headers: { Authorization: \`Bearer \${key}\` } })`

const CLIENT = `import { openPecos } from './clients/typescript/openpecos.ts'

const api = openPecos({ url: 'ORIGIN/api/v1', key: process.env.OPENPECOS_KEY })
const answer = await api.checkEligibility({ npi: '2000001117', on: '2026-03-01' })
for await (const application of api.each(api.listApplications)) console.log(application.status)`

const token = (origin: string) => `curl ${origin}/oauth/token \\
  -d grant_type=client_credentials \\
  -d client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer \\
  -d client_assertion=$ASSERTION -d scope="applications.read events.read"`

export const developersPage = page({
  path: '/developers',
  action: 'public.view',
  subject: nobodysOwn,
  async get({ w, services }) {
    const described = services.apiDescription?.() as Described | undefined
    if (!described) return notFound
    const t = w.developers.page
    const { origin } = services.site
    const operations = operationsOf(described)
    return show(
      t.title,
      <>
        <h1>{t.title}</h1>
        <p class="usa-intro">{t.intro}</p>
        <p>
          {t.description} <a href="/openapi.json">/openapi.json</a>. <a href="/developers/fhir">{w.fhir.page.title}</a>.{' '}
          <a href="/docs">{w.dictionary.title}</a>
        </p>
        <h2>{t.startTitle}</h2>
        <ol class="usa-list">
          {t.startSteps.map((s) => (
            <li key={s}>{s}</li>
          ))}
        </ol>
        <pre class="command">{`curl "${origin}/api/v1/eligibility?npi=2000001117"`}</pre>
        <h2>{t.nppesTitle}</h2>
        <p>{t.nppesIntro}</p>
        <pre class="command">{`curl "${origin}/api/?version=2.1&number=2000001117&pretty=true"`}</pre>
        <h2>{t.tokenTitle}</h2>
        <p>{t.tokenIntro}</p>
        <pre class="command">{token(origin)}</pre>
        <h2>{t.onceTitle}</h2>
        <p>{t.onceIntro}</p>
        <h2>{t.limitsTitle}</h2>
        <p>{t.limitsIntro(apiLimits.requestsPerMinute)}</p>
        <h2>{t.pagingTitle}</h2>
        <p>{t.pagingIntro}</p>
        <h2>{t.routesTitle}</h2>
        <JumpList
          label={t.routesTitle}
          jumps={operations.map((o) => ({ to: o.operationId, title: `${o.method} ${o.path}` }))}
        />
        {operations.map((o) => (
          <OneOperation key={o.operationId} o={o} w={w} />
        ))}
        <h2>{t.webhooksTitle}</h2>
        <p>{t.webhooksIntro}</p>
        <pre class="command">{VERIFY}</pre>
        <h2>{t.clientTitle}</h2>
        <p>{t.clientIntro}</p>
        <pre class="command">{CLIENT.replace('ORIGIN', origin)}</pre>
        <h2>{t.errorsTitle}</h2>
        <Errors responses={described.components.responses} w={w} />
      </>,
    )
  },
})

function Errors({ responses, w }: { readonly responses: Described['components']['responses']; readonly w: Words }) {
  const t = w.developers.page
  return (
    <>
      <p>{t.errorsIntro}</p>
      <Table
        caption={t.errorsTitle}
        rows={Object.entries(responses)}
        rowKey={([code]) => code}
        columns={[
          { title: t.code, cell: ([code]) => <code id={code}>{code}</code> },
          { title: t.status, cell: ([, r]) => String(r['x-status']) },
          { title: t.title_, cell: ([, r]) => r.description },
        ]}
      />
    </>
  )
}
