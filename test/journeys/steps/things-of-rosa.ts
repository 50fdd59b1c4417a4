/** Fills the parameters of paths with things of the demonstration: of Rosa Vega, of her contractor, of the site. */
import pg from 'pg'

export interface Things {
  /** The path with things that are there. Throws for a parameter that nothing here fills: say what it stands for. */
  fill(pattern: string): string
  /** The path with names that nothing has. */
  absent(pattern: string): string
}

const NOTHING = '00000000-0000-4000-8000-000000000000'
const ROSA = "(select id from enrollee where npi = '2000001117')"
const LAKES_CASE = `(select id from application where contractor_id = 'lakes' and status = 'in-review' and assigned_to is not null
  and enrollee_id <> ${ROSA} and exists (select 1 from document d where d.application_id = application.id)
  order by tracking_number limit 1)`
const DRAFT = `(select id from application where enrollee_id = ${ROSA} and status = 'draft' and reason = 'revalidation' order by created_at limit 1)`
const ANSWERED = `from section_answers where application_id = ${DRAFT} order by section_id, position limit 1`
const NO_SUCH = `'${NOTHING}'`
const user = (loginId: string) => `(select id from app_user where login_id = '${loginId}')`

/** A column each; the part of the path before the parameter may choose another thing. */
const sources: Readonly<Record<string, string | ((path: string) => string)>> = {
  applicationId: (path) =>
    path.startsWith('/desk/')
      ? LAKES_CASE
      : /submitted|submissions/.test(path)
        ? `(select id from application where enrollee_id = ${ROSA} and status = 'approved' order by tracking_number limit 1)`
        : DRAFT,
  decisionId:
    "(select d.id from enrollment_decision d join enrollment n on n.id = d.enrollment_id where n.contractor_id = 'lakes' order by d.prepared_at, d.id limit 1)",
  documentId: (path) =>
    path.startsWith('/desk/')
      ? `(select id from document where application_id = ${LAKES_CASE} order by id limit 1)`
      : `(select d.id from document d join application a on a.id = d.application_id where a.enrollee_id = ${ROSA} limit 1)`,
  checkId: `(select id from screening_check where application_id = ${LAKES_CASE} order by id limit 1)`,
  appealId: "(select id from appeal where contractor_id = 'lakes' order by filed_on, id limit 1)",
  batchId: '(select id from reassignment_batch order by made_at limit 1)',
  caseId: "(select id from monitoring_case where contractor_id = 'lakes' order by opened_at, party_name limit 1)",
  claimId: '(select id from official_claim order by made_at limit 1)',
  clientId: `(select id from api_client where party_id = ${ROSA}::text order by created_at limit 1)`,
  contractorId: "'lakes'",
  enrolleeId:
    "(select x.enrollee_id from organization_enrollee x join organization o on o.id = x.organization_id where o.name = 'Elm Street Clinic PC' order by x.since limit 1)",
  enrollmentId: `(select id from enrollment where enrollee_id = ${ROSA} order by id limit 1)`,
  form: "'cms-855i'",
  handshakeId:
    '(select h.id from reassignment_handshake h join enrollee e on e.id = h.from_enrollee_id order by e.npi, h.proposed_at limit 1)',
  invitationId: '(select id from invitation order by id limit 1)',
  itemId: (path) =>
    path.startsWith('/affiliations/')
      ? '(select id from affiliation order by saved_at, id limit 1)'
      : `(select item_id ${ANSWERED})`,
  key: "'idtf'",
  keyId: '(select id from api_key order by created_at, prefix limit 1)',
  kind: "'revoke'",
  letterId: `(select id from letter where enrollee_id = ${ROSA} order by issued_at limit 1)`,
  list: "'opt-out'",
  mail: "'letter-waiting'",
  memberId: `(select id from membership where user_id = ${user('rosa.vega')} limit 1)`,
  name: "'session.staff-idle'",
  npi: "'2000001117'",
  noticeId: `${NO_SUCH}`,
  ordinal: "'1'",
  paperId: '(select id from appeal_document order by id limit 1)',
  packetId: '(select id from packet order by id limit 1)',
  partyId: `${ROSA}`,
  photoId: '(select id from task_photo order by added_at limit 1)',
  proof: "'a-proof-that-nobody-made'",
  requestId: "(select id from affiliation_request where contractor_id = 'lakes' order by asked_at, id limit 1)",
  receipt: "'R-000001'",
  recordedId: `(select id from reassignment where from_enrollment_id in (select id from enrollment where enrollee_id = ${ROSA}) limit 1)`,
  rosterId: `(select id from roster where party_id = ${ROSA}::text order by created_at, id limit 1)`,
  sectionId: `(select section_id ${ANSWERED})`,
  situation: "'moved'",
  slot: "'license'",
  surrogacyId: `(select id from surrogacy where grantor_enrollee_id = ${ROSA} limit 1)`,
  taskId: `(select id from case_task where application_id = ${LAKES_CASE} order by opened_at limit 1)`,
  token: "'a-token-that-nobody-made'",
  topic: (path) => (path.startsWith('/desk/policies') ? "'levels'" : "'locked'"),
  ticketId: '(select id from help_ticket order by number limit 1)',
  wordingId: "'bank'",
  viewId: '(select id from saved_view order by id limit 1)',
  webhookId: NO_SUCH,
  userId: (path) => user(path.startsWith('/admin/staff') ? 'analyst.ada' : 'rosa.vega'),
}

/** `paths`: those that will be filled; every page's when absent. */
export async function thingsOf(url: string, paths?: readonly string[]): Promise<Things> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const known = new Map<string, string>()
  const { everyPage } = await import('../../../src/pages.ts')
  for (const path of paths ?? everyPage.map((p) => p.path))
    for (const [, name = ''] of path.matchAll(/:(\w+)/g)) {
      const source = sources[name]
      if (!source) throw new Error(`${path}: say in things-of-rosa.ts what :${name} stands for`)
      const sql = typeof source === 'string' ? source : source(path)
      const { rows } = await client.query<{ id: string | null }>(`select (${sql})::text as id`)
      known.set(`${path} ${name}`, rows[0]?.id ?? NOTHING)
    }
  await client.end()
  return {
    fill: (pattern) => pattern.replace(/:(\w+)/g, (_, name: string) => known.get(`${pattern} ${name}`) ?? NOTHING),
    absent: (pattern) => pattern.replace(/:(\w+)/g, NOTHING),
  }
}
