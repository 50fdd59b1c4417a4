/** Role in the account system and role on the enrollment record, side by side, and what is missing to sign. */
import { partySubject } from '#db/queries/delegation/parties.ts'
import { type SignerStanding, whoMaySign } from '#use-cases/delegation/who-may-sign.ts'
import { page } from '#web/kit/page.ts'
import { Table } from '#web/kit/parts.tsx'
import { show } from '#web/kit/reply.ts'
import type { Words } from '#words/index.ts'
import { peopleBack } from './people-page.tsx'

export const signingPage = page({
  path: '/people/:partyId/signing',
  action: 'people.view',
  subject: (db, { partyId }) => partySubject(db, partyId),
  async get({ db, permit, w, subject }) {
    const t = w.delegation.people
    const title = t.signTitle(subject.party.name)
    const people = await whoMaySign(db, permit)
    return show(
      title,
      <>
        {peopleBack(subject.id, w)}
        <h1>{title}</h1>
        <p class="usa-intro">{t.signIntro}</p>
        <Table
          caption={t.signCaption}
          rows={people}
          rowKey={(p) => p.member?.id ?? p.name}
          columns={[
            { title: t.person, cell: (p) => p.name },
            {
              title: t.accountRole,
              cell: (p) => (p.member ? w.delegation.roles[p.member.role] : t.noAccountRole),
            },
            { title: t.enrollmentRole, cell: (p) => <NamedOn standing={p} w={w} /> },
            {
              title: t.missing,
              cell: (p) => (p.missing ? missingWords(w)[p.missing] : <strong>{t.nothingMissing}</strong>),
            },
          ]}
        />
        {subject.party.kind !== 'individual' && <p>{t.delegatedNote}</p>}
      </>,
    )
  },
})

const missingWords = ({ delegation: { people: t } }: Words) => ({
  account: t.missingAccount,
  'official-role': t.missingOfficialRole,
  name: t.missingName,
  practitioner: t.missingPractitioner,
})

function NamedOn({ standing: { named, member }, w }: { readonly standing: SignerStanding; readonly w: Words }) {
  const t = w.delegation.people
  if (named.length === 0) return <>{member?.role === 'individual-provider' ? t.firstApplication : t.noEnrollmentRole}</>
  return (
    <>
      {named.map((n) => (
        <span class="below" key={`${n.enrollmentId}-${n.as}`}>
          {t.namedOn(t.as[n.as], n.enrollmentId, n.form)}
        </span>
      ))}
    </>
  )
}
