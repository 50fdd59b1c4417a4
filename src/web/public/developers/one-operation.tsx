/** One request of the API: what it is for, a command that asks it, and, opened, what goes in, what comes out, what it refuses. */
import { Table } from '#web/kit/parts.tsx'
import type { Words } from '#words/index.ts'
import type { DescribedOperation, Field } from './described.ts'

export function OneOperation({ o, w }: { readonly o: DescribedOperation; readonly w: Words }) {
  const t = w.developers.page
  const parameters = o.parameters ?? []
  return (
    <section>
      <h3 id={o.operationId}>
        <code class="address">{`${o.method} ${o.path}`}</code>
      </h3>
      <p>
        {o.summary} <span class="quiet">{`(${o['x-scope'] ? t.needs(o['x-scope']) : t.open})`}</span>
      </p>
      <pre class="command">{o.curl}</pre>
      <details class="operation">
        <summary>
          {t.detail} <span class="usa-sr-only">{`${o.method} ${o.path}`}</span>
        </summary>
        {parameters.length > 0 && (
          <Table
            caption={`${t.parameters}: ${o.operationId}`}
            rows={parameters}
            rowKey={(p) => p.name}
            columns={[
              { title: t.name, cell: (p) => <code>{p.name}</code> },
              { title: t.where, cell: (p) => (p.required ? `${p.in}, ${t.needed}` : p.in) },
              { title: t.meaning, cell: (p) => p.description ?? '' },
            ]}
          />
        )}
        <Fields title={`${t.sent}: ${o.operationId}`} always={t.needed} fields={o.sent} w={w} />
        <Fields title={`${t.answered}: ${o.operationId}`} always={t.always} fields={o.answered} w={w} />
        <p>
          {t.refusals}{' '}
          {o.codes.map((code, i) => (
            <span key={code}>
              {i > 0 && ', '}
              <a href={`#${code}`}>{code}</a>
            </span>
          ))}
        </p>
      </details>
    </section>
  )
}

interface FieldsProps {
  readonly title: string
  /** What is said of a field that must be there, or always is. */
  readonly always: string
  readonly fields: readonly Field[]
  readonly w: Words
}
function Fields({ title, always, fields, w }: FieldsProps) {
  const t = w.developers.page
  if (fields.length === 0) return null
  return (
    <Table
      caption={title}
      rows={fields}
      rowKey={(f) => f.name}
      columns={[
        { title: t.name, cell: (f) => <code>{f.name}</code> },
        {
          title: t.kind,
          cell: (f) => (
            <>
              {f.needed ? `${f.kind}, ${always}` : f.kind}
              {f.meaning && <span class="quiet below">{f.meaning}</span>}
            </>
          ),
        },
      ]}
    />
  )
}
