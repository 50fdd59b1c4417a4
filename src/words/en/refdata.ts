/** Words of the command line about published source files. */
import type { SourceKind } from '#domain/party/registry-provider.ts'

export const sourceNames: Readonly<Record<SourceKind, string>> = {
  nppes: 'NPI registry (NPPES)',
  leie: 'OIG exclusion list (LEIE)',
  'order-referring': 'Order and referring list',
  'provider-types': 'Provider types',
  'taxonomy-crosswalk': 'Taxonomy crosswalk',
  sam: 'SAM.gov exclusions',
  revocations: 'Medicare revocations',
  'state-ny': 'New York Medicaid exclusions',
  'state-pa': 'Pennsylvania Medicaid exclusions',
  'state-other': 'Other state exclusions',
  'death-file': 'Death file',
  'license-board': 'License board file',
  'last-billed': 'Last claims file',
  'last-named': 'Last claims that name who orders',
  'nppes-other-names': 'NPI registry: other names',
  'nppes-locations': 'NPI registry: more practice locations',
  'nppes-endpoints': 'NPI registry: electronic addresses',
  'nucc-taxonomy': 'Taxonomy names (NUCC)',
}

export const refdata = {
  about: 'Published source files: the NPI registry, exclusions, order and referring, provider types',
  load: {
    about: 'Load a source file. A file that cannot be used is refused whole, and what was in force stays',
    file: 'the file: plain, .gz or .zip',
    as: 'what it is; found out from its columns when absent',
    increment: 'a weekly or monthly supplement, laid over the list in force',
    allowShrink: 'load it although it has far fewer rows than the list in force',
    allowOlder: 'load it although the list in force is newer',
    json: 'print the result as JSON',
  },
  status: {
    about: 'What is in force, and what was imported lately',
    json: 'print it as JSON',
    limit: 'how many imports',
  },
  unreadable: (path: string) => `Cannot read ${path}.`,
  reading: (megabytes: string) => `reading ${megabytes} MB`,
  progress: (p: { percent: string; rows: string; perSecond: string; quarantined: string }) =>
    `${p.percent} %  ${p.rows} rows  ${p.perSecond} rows/s  ${p.quarantined} set aside`,
  loaded: (name: string, rows: string, asOf: string, seconds: string) =>
    `${name}: ${rows} rows of ${asOf} are in force (${seconds} s)`,
  applied: (name: string, rows: string, asOf: string, seconds: string) =>
    `${name}: ${rows} rows of ${asOf} were laid over the list in force (${seconds} s)`,
  alreadyLoaded: (name: string) => `${name}: already loaded, nothing changed`,
  resumed: (megabytes: string) => `went on from ${megabytes} MB, where an earlier import was interrupted`,
  unknownColumns: (names: string) => `columns that are not known and were not read: ${names}`,
  setAside: (count: string) => `rows set aside: ${count}`,
  setAsideRow: (q: { line: number; column: string; reason: string; excerpt: string }) =>
    `  line ${q.line}${q.column ? `, ${q.column}` : ''}: ${q.reason}${q.excerpt ? ` (looks like ${q.excerpt})` : ''}`,
  more: (count: string) => `  and ${count} more`,
  notLoaded: (name: string) => `${name}: never loaded (unavailable)`,
  stale: (name: string, rows: string, asOf: string, days: number) =>
    `${name}: ${rows} rows of ${asOf}, too old: it counts for ${days} days (unavailable)`,
  inForce: (name: string, rows: string, asOf: string) => `${name}: ${rows} rows of ${asOf}`,
  importsTitle: 'Imports, the newest first:',
  importLine: (i: { at: string; status: string; source: string; file: string; rows: string; setAside: string }) =>
    `  ${i.at}  ${i.status.padEnd(10)} ${i.source.padEnd(18)} ${i.file}  ${i.rows} rows, ${i.setAside} set aside`,
  reasons: {
    quote: 'quotes do not fit together',
    'too-long': 'the line is too long',
    'control-character': 'it has characters that cannot be text',
    width: 'it has another number of columns than the header',
    missing: 'a value is missing',
    'not-an-npi': 'it is not an NPI',
    'not-a-date': 'it is not a date',
    'not-a-choice': 'it is none of the known values',
    'not-a-code': 'it is not a code of this kind',
    'too-long-value': 'the value is too long',
    repeated: 'an earlier row has the same key',
    'after-its-file': 'it is later than the day of the file',
  } as Readonly<Record<string, string>>,
} as const
