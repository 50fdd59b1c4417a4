/** Finds a party of any approved filing, and everybody at one address. Plain gets, so that an answer can be kept. */
import type { JSX } from 'preact'
import { type AtAddress, listAtAddress } from '#db/queries/ownership/at-address.ts'
import { findOwnershipParties } from '#db/queries/ownership/trace.ts'
import type { OwnershipParty } from '#domain/ownership/party.ts'
import { addressParts } from '#domain/review/names/address-match.ts'
import { text, zip as zipKind } from '#forms/kit/kinds.ts'
import { Control } from '#web/kit/fields.tsx'
import { Flags } from '#web/kit/ownership/ownership-shown.tsx'
import { page } from '#web/kit/page.ts'
import { Button, ErrorSummary, Table } from '#web/kit/parts.tsx'
import { show } from '#web/kit/reply.ts'
import type { Words } from '#words/index.ts'
import { visitorsContractor } from '../contractor-subject.ts'

const streetOf = (line1: string): string => addressParts({ line1, city: '', state: '', zip: '' }).street

export const ownersPage = page({
  path: '/desk/owners',
  action: 'ownership.trace',
  subject: visitorsContractor,
  query: ['find', 'line1', 'zip'],
  async get({ db, permit, query, w }) {
    const t = w.ownership
    const [find, line1, zip] = [query.find, query.line1, query.zip].map((v) => v?.trim().slice(0, 100) ?? '')
    const noZip = line1 !== '' && !/^\d{5}/.test(zip!)
    const street = streetOf(line1!)
    const parties = find ? await findOwnershipParties(db, permit, find) : undefined
    const same = (other: string) => streetOf(other) === street
    const there = line1 && !noZip ? await listAtAddress(db, permit, { zip: zip!, same }) : undefined
    const problems = noZip ? [{ code: 'not-a-zip', at: 'zip' } as const] : []
    return show(
      noZip ? `${w.layout.errorPrefix}${t.ownersLink}` : t.ownersLink,
      <>
        <ErrorSummary problems={problems} w={w} nameOf={() => t.zip} />
        <h1>{t.ownersLink}</h1>
        <h2>{t.findParty}</h2>
        <form method="get" action="/desk/owners" class="usa-form" noValidate>
          <Control
            name="find"
            kind={text(100)}
            words={{ ask: t.findParty, hint: t.findPartyHint }}
            value={find!}
            problem={undefined}
            w={w}
          />
          <Button>{t.find}</Button>
        </form>
        {parties && (parties.length === 0 ? <p>{t.foundNone}</p> : <Parties rows={parties} w={w} />)}
        <h2>{t.addressTitle}</h2>
        <p>{t.addressIntro}</p>
        <form method="get" action="/desk/owners" class="usa-form" noValidate>
          <Control name="line1" kind={text(100)} words={{ ask: t.line1 }} value={line1!} problem={undefined} w={w} />
          <Control name="zip" kind={zipKind} words={{ ask: t.zip }} value={zip!} problem={problems[0]} w={w} />
          <Button>{t.find}</Button>
        </form>
        {there && (there.length === 0 ? <p>{t.addressNone}</p> : <There rows={there} w={w} />)}
      </>,
      { wide: true, status: noZip ? 422 : 200 },
    )
  },
})

const partyLink = (id: string, name: string) => (
  <a class="usa-link" href={`/desk/owners/${id}`}>
    {name}
  </a>
)

const Parties = ({ rows, w }: { readonly rows: readonly OwnershipParty[]; readonly w: Words }): JSX.Element => {
  const t = w.ownership
  return (
    <Table
      caption={t.foundCaption}
      rows={rows}
      rowKey={(p) => p.id}
      columns={[
        { title: t.columns.party, cell: (p) => partyLink(p.id, p.name) },
        { title: t.kindTitle, cell: (p) => <Flags party={p} w={w} /> },
        { title: t.addressColumns.where, cell: (p) => p.address ?? w.desk.case.none },
        { title: t.enrolled, cell: (p) => p.enrollmentId ?? w.desk.case.none },
      ]}
    />
  )
}

const There = ({ rows, w }: { readonly rows: readonly AtAddress[]; readonly w: Words }): JSX.Element => {
  const t = w.ownership
  return (
    <Table
      caption={t.addressCaption}
      rows={rows}
      rowKey={(r) => `${r.enrollmentId ?? r.partyId}/${r.address}`}
      columns={[
        { title: t.addressColumns.who, cell: (r) => (r.partyId ? partyLink(r.partyId, r.name) : r.name) },
        { title: t.addressColumns.where, cell: (r) => r.address },
        {
          title: t.addressColumns.what,
          cell: (r) => (r.what === 'location' ? `${t.location}, ${r.enrollmentId}` : t.owner),
        },
        {
          title: t.addressColumns.since,
          cell: (r) => (r.since ? w.portal.time.day(r.since) : w.desk.case.none),
        },
      ]}
    />
  )
}
