/** Everything that waits for the visitor's signature as one packet: sign all or some, with one name and one tick. */
import { type GroupElsewhere, listGroupsElsewhere } from '#db/queries/reassignments/groups-elsewhere.ts'
import { listToSign, type ToSign } from '#db/queries/reassignments/to-sign.ts'
import type { Subject } from '#domain/access/policy.ts'
import type { Problem } from '#domain/result.ts'
import { lineOf } from '#use-cases/reassignments/member-lines.ts'
import { signReassignments } from '#use-cases/reassignments/sign-reassignments.ts'
import { type Ask, type Fields, page, visitorsOwn } from '#web/kit/page.ts'
import { BackLink, Button, ErrorSummary, Form, Table } from '#web/kit/parts.tsx'
import { redirect, type Shown, show } from '#web/kit/reply.ts'
import { StandingShown } from '#web/kit/standing-shown.tsx'
import { tellerOf } from '../delegation/teller.ts'
import { Agree, NameBox } from '../signatures/signature-boxes.tsx'
import { partyRosterPath } from './party-roster-page.tsx'

type SignAsk = Ask<'dashboard.view', Subject>

/** What a row was shown as: the reassignment and the fingerprint of its words. */
const rowValue = ({ handshake: h }: ToSign): string => `${h.id}:${h.termsSha256}`

export const signReassignmentsPage = page({
  path: '/reassignments',
  action: 'dashboard.view',
  stepUp: true,
  subject: visitorsOwn,
  get: (ask) => draw(ask, undefined, []),
  post: {
    fields: ['name', 'agree'],
    many: ['ids'],
    async handle(ask) {
      const { db, permit, posted, services, now } = ask
      const picked = (posted.ids ?? '').split(',').flatMap((v) => {
        const [id = '', sha256 = ''] = v.split(':')
        return id ? [[id, sha256] as const] : []
      })
      const done = await signReassignments(
        db,
        permit,
        {
          ids: picked.map(([id]) => id),
          typedName: posted.name ?? '',
          agreed: posted.agree === 'yes',
          seen: new Map(picked),
        },
        { teller: tellerOf(ask), snapshot: services.eligibility() },
        now,
      )
      if (!done.ok) return draw(ask, posted, done.problems)
      services.wake()
      return redirect('/reassignments', { notice: 'reassignments-signed' })
    },
  },
})

async function draw(ask: SignAsk, posted: Fields | undefined, problems: readonly Problem[]): Promise<Shown> {
  const { db, permit, w, visit } = ask
  const t = w.reassignments.sign
  const rows = await listToSign(db, permit)
  const at = (name: string) => problems.find((p) => p.at === name)
  return show(
    problems.length > 0 ? `${w.layout.errorPrefix}${t.title}` : t.title,
    <>
      <BackLink href="/dashboard" w={w} label={w.layout.dashboard} />
      <ErrorSummary problems={problems} w={w} nameOf={(name) => ({ name: w.portal.sign.yourName })[name]} />
      <h1>{t.title}</h1>
      {rows.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <>
          <p class="usa-intro">{t.intro}</p>
          <Form visit={visit} class="packet-form">
            <p class="usa-hint">{t.all}</p>
            <div id="ids" tabIndex={-1}>
              <ToSignTable rows={rows} picked={posted?.ids?.split(',')} ask={ask} />
            </div>
            <h2>{t.meaning}</h2>
            <ul class="usa-list">
              {t.says.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            <NameBox
              id="name"
              name={visit.session?.displayName ?? ''}
              typed={posted?.name ?? ''}
              hint={t.nameHint(visit.session?.displayName ?? '')}
              problem={at('name')}
              w={w}
            />
            <Agree id="agree" agree={t.agree} agreed={posted?.agree === 'yes'} problem={at('agree')} w={w} />
            <Button>{t.button}</Button>
          </Form>
        </>
      )}
      <Elsewhere groups={await listGroupsElsewhere(db, permit)} w={w} />
    </>,
    { status: problems.length > 0 ? 422 : 200, wide: true },
  )
}

/** A group that is not enrolled here has no page of an enrollment on which it could ask. */
function Elsewhere({ groups, w }: { readonly groups: readonly GroupElsewhere[]; readonly w: SignAsk['w'] }) {
  const t = w.reassignments.roster
  if (groups.length === 0) return null
  return (
    <>
      <h2>{t.elsewhereTitle}</h2>
      <ul class="usa-list">
        {groups.map((g) => (
          <li key={g.enrolleeId}>
            <a class="usa-link" href={partyRosterPath(g.enrolleeId)}>
              {t.elsewhereAsk(g.name)}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

interface TableProps {
  readonly rows: readonly ToSign[]
  /** Undefined: all are ticked. */
  readonly picked: readonly string[] | undefined
  readonly ask: SignAsk
}
function ToSignTable({ rows, picked, ask: { w, services, today } }: TableProps) {
  const t = w.reassignments.sign
  const snapshot = services.eligibility()
  const otherOf = ({ handshake: h, side }: ToSign) => (side === 'group' ? h.practitioner : h.group)
  const ownOf = ({ handshake: h, side }: ToSign) => (side === 'group' ? h.group : h.practitioner)
  return (
    <Table
      caption={t.caption(rows.length)}
      rows={rows}
      rowKey={(r) => `${r.handshake.id}-${r.side}`}
      columns={[
        {
          title: t.other,
          cell: (r) => (
            <div class="usa-checkbox">
              <input
                class="usa-checkbox__input"
                type="checkbox"
                id={`pick-${r.handshake.id}-${r.side}`}
                name="ids"
                value={rowValue(r)}
                checked={picked === undefined || picked.includes(rowValue(r))}
              />
              <label class="usa-checkbox__label" for={`pick-${r.handshake.id}-${r.side}`}>
                <span class="usa-sr-only">{`${t.pick}: `}</span>
                {otherOf(r).name}
                <span class="quiet below">NPI {otherOf(r).npi}</span>
              </label>
            </div>
          ),
        },
        { title: t.asYou, cell: (r) => ownOf(r).name },
        { title: t.starts, cell: (r) => w.portal.time.day(r.handshake.startsOn) },
        {
          title: t.claims,
          cell: (r) => <StandingShown standing={lineOf(r.handshake, undefined, snapshot, today).standing} w={w} />,
        },
        {
          title: t.open,
          cell: (r) => (
            <a class="usa-link" href={`/reassignments/${r.handshake.id}`}>
              {t.open}
              <span class="usa-sr-only">{`: ${otherOf(r).name}`}</span>
            </a>
          ),
        },
      ]}
    />
  )
}
