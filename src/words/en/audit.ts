/** Words of the audit log: the command, the auditor's page. */
import type { ChainFault } from '#domain/audit/chain.ts'
import type { AuditSource } from '#domain/audit/entry.ts'

const faults: Readonly<Record<ChainFault, string>> = {
  altered: 'its content is not what was written',
  removed: 'the entry with this number was removed',
  inserted: 'it was put in afterwards',
  reordered: 'it does not stand where it was written',
  'checkpoint-signature': 'the checkpoint at this number is not signed with our key',
  'checkpoint-differs': 'the log does not lead to the checkpoint that was signed at this number',
  'tail-removed': 'the log was cut off here; a signed checkpoint knows of more',
}
const sources: Readonly<Record<AuditSource, string>> = {
  account: 'Account',
  application: 'Application',
  view: 'Looked at',
  staff: 'Staff',
  decision: 'Decisions and appeals',
}

export const audit = {
  faults,
  sources,
  command: {
    about: 'The audit log: who did what, chained and signed',
    verify: 'Recompute the whole log; exit code 1 when a row is not as it was written, which is named',
    json: 'print it as JSON',
    against: 'a file of checkpoints exported before with "audit checkpoints", kept elsewhere',
    checkpoints: 'Print every signed checkpoint as a line of JSON, to keep outside this database',
    good: (rows: string, checkpoints: string) => `Good: ${rows} entries, ${checkpoints} signed checkpoints`,
    bad: (seq: number, why: string, rows: string) =>
      `Not good. First bad entry: ${seq}, ${why}. ${rows} entries before it are good`,
    badFile: (line: number) => `Line ${line} of the file is no checkpoint`,
  },
  title: 'Audit log',
  intro:
    'Who did what, and who looked at whose data. Each entry is chained to the one before it, and the chain is signed.',
  standing: 'Chain',
  height: (n: string) => `${n} entries`,
  signedAt: (seq: string, at: string) => `Signed up to entry ${seq}, ${at}`,
  unsigned: 'Nothing is signed yet',
  verify: 'Verify the whole log',
  good: (rows: string, checkpoints: string) =>
    `Every one of ${rows} entries is as it was written; ${checkpoints} signatures are good.`,
  bad: (seq: number, why: string) =>
    `Entry ${seq} is bad: ${why}. Tell the operator at once, and keep everything as it is.`,
  person: 'Person',
  personHint: 'Name or user ID, or a part of it: what they did, and what was done about them',
  party: 'Party',
  partyHint: 'NPI, tracking number or contractor',
  action: 'Action',
  anyAction: 'Any',
  from: 'From',
  to: 'To',
  dayHint: 'Like 2026-11-24',
  search: 'Search',
  csv: 'Download as CSV',
  older: 'Older entries',
  found: 'Entries, the newest first',
  none: 'Nothing fits.',
  when: 'When',
  who: 'Who',
  what: 'What',
  about: 'About',
  where: 'From',
  outcome: 'Outcome',
  outcomes: { done: 'done', refused: 'refused' } as Readonly<Record<string, string>>,
  actingFor: (party: string) => `acting for ${party}`,
  number: 'Entry',
  /** Those who act and have no account. */
  actors: { anonymous: 'Not signed in', system: 'The system', 'command-line': 'The command line' } as Readonly<
    Record<string, string>
  >,
}
