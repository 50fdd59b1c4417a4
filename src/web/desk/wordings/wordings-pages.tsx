/** The library of wordings, kept by the supervisor: the list, and one wording with its versions. */
import type { Problem } from '#domain/result.ts'
import { longText, text } from '#forms/kit/kinds.ts'
import { changeWording, everyWording } from '#use-cases/wordings/library.ts'
import { Control } from '#web/kit/fields.tsx'
import { type Ask, type Fields, page } from '#web/kit/page.ts'
import { BackLink, Button, ErrorSummary, Form, Table } from '#web/kit/parts.tsx'
import { notFound, redirect, show } from '#web/kit/reply.ts'
import { time } from '#words/en/portal/time.ts'
import { visitorsContractor } from '../contractor-subject.ts'

const NEW = 'new'
const LIST = '/desk/wordings'

export const wordingsPage = page({
  path: LIST,
  action: 'wording.manage',
  subject: visitorsContractor,
  async get({ db, permit, w }) {
    const t = w.desk.wordings
    const all = await everyWording(db, permit.subjectId)
    return show(
      t.title,
      <>
        <BackLink href="/desk" w={w} label={w.desk.case.back} />
        <h1>{t.title}</h1>
        <p>{t.intro}</p>
        <p>
          <a class="usa-button" href={`${LIST}/${NEW}`}>
            {t.add}
          </a>
        </p>
        <Table
          caption={t.caption}
          rows={all}
          rowKey={(l) => l.id}
          columns={[
            {
              title: t.label,
              cell: (l) => (
                <>
                  <a href={`${LIST}/${l.id}`}>{l.label}</a>
                  {l.retired && <span class="quiet below">{t.retired}</span>}
                </>
              ),
            },
            { title: t.words, cell: (l) => l.text },
            { title: t.cite, cell: (l) => l.cite },
            {
              title: t.version,
              cell: (l) => t.versionLine(l.version, l.versions.length === 0 ? t.ofProduct : (l.changedBy ?? t.someone)),
            },
          ]}
        />
      </>,
      { wide: true },
    )
  },
})

export const wordingPage = page({
  path: '/desk/wordings/:wordingId',
  action: 'wording.manage',
  subject: visitorsContractor,
  get: (ask) => draw(ask, {}, []),
  post: {
    fields: ['id', 'label', 'words', 'cite', 'version'],
    async handle(ask) {
      const { db, permit, params, posted, now } = ask
      const id = params.wordingId === NEW ? (posted.id ?? '').trim() : (params.wordingId ?? '')
      const there = (await everyWording(db, permit.subjectId)).find((l) => l.id === params.wordingId)
      const change = {
        id,
        label: posted.label ?? '',
        words: posted.words ?? '',
        cite: posted.cite ?? '',
        retired: posted.go === 'retire' || (posted.go === 'save' && (there?.retired ?? false)),
        seenVersion: /^\d{1,6}$/.test(posted.version ?? '') ? Number(posted.version) : 0,
      }
      const done = await changeWording(db, permit, change, now)
      return done.ok ? redirect(LIST, { notice: 'recorded' }) : draw(ask, posted, done.problems)
    },
  },
})

async function draw(
  { db, permit, params, w, visit }: Ask<'wording.manage', { readonly id: string }>,
  typed: Fields,
  problems: readonly Problem[],
) {
  const t = w.desk.wordings
  const isNew = params.wordingId === NEW
  const found = (await everyWording(db, permit.subjectId)).find((l) => l.id === params.wordingId)
  if (!isNew && !found) return notFound
  const title = found ? t.editTitle(found.label) : t.addTitle
  const asks: Readonly<Record<string, string>> = { id: t.short, label: t.label, words: t.words, cite: t.cite }
  const box = (name: 'id' | 'label' | 'words' | 'cite', saved: string, hint?: string) => (
    <Control
      name={name}
      kind={name === 'words' ? longText(1000) : text(100)}
      words={{ ask: asks[name] ?? name, ...(hint && { hint }) }}
      value={typed[name] ?? saved}
      problem={problems.find((p) => p.at === name)}
      w={w}
    />
  )
  return show(
    problems.length > 0 ? `${w.layout.errorPrefix}${title}` : title,
    <>
      <BackLink href={LIST} w={w} label={t.back} />
      <ErrorSummary problems={problems} w={w} nameOf={(at) => asks[at]} />
      <h1>{title}</h1>
      <Form visit={visit}>
        <input type="hidden" name="version" value={typed.version ?? String(found?.version ?? 0)} />
        {isNew && box('id', '', t.shortHint)}
        {box('label', found?.label ?? '')}
        {box('words', found?.text ?? '', t.wordsHint)}
        {box('cite', found?.cite ?? '', t.citeHint)}
        <p class="actions">
          <Button go="save">{t.save}</Button>{' '}
          {found && (
            <Button kind="outline" go={found.retired ? 'offer' : 'retire'}>
              {found.retired ? t.offer : t.retire}
            </Button>
          )}
        </p>
      </Form>
      {found && found.versions.length > 0 && (
        <Table
          caption={t.history}
          rows={found.versions.toReversed()}
          rowKey={(v) => String(v.version)}
          columns={[
            { title: t.version, cell: (v) => t.versionLine(v.version, v.changedBy ?? t.someone) },
            { title: t.words, cell: (v) => (v.retired ? `${v.words} (${t.retired})` : v.words) },
            { title: t.cite, cell: (v) => v.cite },
            { title: t.when, cell: (v) => time.at(v.changedAt, 'UTC') },
          ]}
        />
      )}
    </>,
    { status: problems.length > 0 ? 422 : 200 },
  )
}
