/** Every letter whose words can be edited, which words are in force, and which wait for a second person. */
import { countWordings } from '#db/queries/decisions/wordings.ts'
import type { Subject } from '#domain/access/policy.ts'
import { wordedLetters } from '#domain/decisions/worded-letters.ts'
import { page } from '#web/kit/page.ts'
import { BackLink, Table } from '#web/kit/parts.tsx'
import { show } from '#web/kit/reply.ts'

/** The words are those of the whole installation. */
export const theSite = (): Subject => ({ id: 'site' })

export const letterWordingsPage = page({
  path: '/desk/letter-wordings',
  action: 'wording.edit',
  subject: theSite,
  async get({ db, permit, w, visit }) {
    const t = w.decisions
    const versions = await countWordings(db, permit)
    const atDesk = visit.actor.memberships.some((m) => m.role === 'mac-supervisor')
    return show(
      t.wordingsTitle,
      <>
        {atDesk && <BackLink href="/desk/decisions" w={w} label={t.backToQueue} />}
        <h1>{t.wordingsTitle}</h1>
        <p>{t.wordingsIntro}</p>
        <Table
          caption={t.wordingsTitle}
          rows={wordedLetters}
          rowKey={(k) => k}
          columns={[
            { title: t.letterColumn, cell: (k) => <a href={`/desk/letter-wordings/${k}`}>{t.letters[k]}</a> },
            {
              title: t.version,
              cell: (k) => {
                const n = versions.get(k)?.inForce
                return n === undefined ? t.own : t.versionNo(n)
              },
            },
            {
              title: t.wordingStates.waiting,
              cell: (k) => {
                const n = versions.get(k)?.waiting
                return n === undefined ? t.noneWaits : t.versionNo(n)
              },
            },
          ]}
        />
      </>,
    )
  },
})
