/**
 * SQL stays within what pooled and distributed PostgreSQL take: no session state, no code in the database,
 * no constraints that only one engine has. docs/decisions and ARCHITECTURE.md say why.
 */
import { describe, expect, test } from 'vitest'
import { filesBelow, read, withoutComments } from '#test/support/sources.ts'

const banned: readonly (readonly [RegExp, string])[] = [
  [/(^|[`'";])\s*(unlisten|listen|notify)\s+"?[a-z]\w*"?\s*(;|`|'|"|,\s*')|\bpg_notify\b/im, 'listen/notify'],
  [/\bpg_(try_)?advisory_\w+/i, 'advisory lock'],
  [/\blanguage\s+'?(plpgsql|plv8|plperl|plpython\w*|c)\b|\bdo\s+\$\$|\bplpgsql\b/i, 'procedural code'],
  [/\bcreate\s+(or\s+replace\s+)?(function|procedure|trigger|rule|event\s+trigger)\b/i, 'function, trigger or rule'],
  [/\bcreate\s+extension\b/i, 'extension'],
  [/\bexclude\s+(using\b|\()/i, 'exclusion constraint'],
  [/\bdeferrable\b|\bset\s+constraints\b/i, 'deferrable constraint'],
  [/\b(big|small)?serial\d?\b(?!i)/i, 'serial'],
  [/\busing\s+(gist|spgist|gin|brin|hash)\b/i, 'index of one engine'],
  [/\bcreate\s+(temp|temporary|unlogged)\s/i, 'temporary or unlogged table'],
  [/(^|[`'"])\s*(prepare\s+\w+\s*(\(|as\b)|deallocate\b|discard\s+all)/im, 'prepared statement'],
  // pg prepares under a name when a query is given one.
  [/\.query\(\s*\{[^}]*\bname\s*:/, 'named prepared statement'],
  [/(^|[`'"])\s*set\s+(session\s+)?(?!local\b)[a-z_]+\s*(=|to)\s/im, 'session setting'],
  [/\bdeclare\s+\w+\s+(scroll\s+|no\s+scroll\s+)?cursor\s+with\s+hold\b/i, 'cursor of a session'],
]

/** In SQL a comment begins with two hyphens; in TypeScript only template texts and strings reach the database. */
const code = (file: string, source: string): string =>
  file.endsWith('.sql') ? source.replace(/--.*$/gm, '') : withoutComments(source)

const findings = (file: string, source: string): readonly string[] =>
  banned.flatMap(([pattern, what]) => (pattern.test(code(file, source)) ? [`${file}: ${what}`] : []))

/** Named exceptions, each with its reason. */
const exceptions: readonly string[] = [
  // An extract fills an empty installation by one command; the tables live and end with its one transaction.
  'src/db/records/public-files/merge-enrollments.ts: temporary or unlogged table',
  'src/db/records/public-files/merge-sanctions.ts: temporary or unlogged table',
  'src/db/records/public-files/staged-rows.ts: temporary or unlogged table',
  // The audit log refuses changes even from our own program; where triggers are not to be had, its signatures remain.
  'sql/migrations/000006_help_desk_and_audit.sql: procedural code',
  'sql/migrations/000006_help_desk_and_audit.sql: function, trigger or rule',
  // Only makes searches of the NPI registry API quick, at a tenth of the room of a table of words. No answer depends on
  // it: an engine without it leaves the index out.
  'sql/migrations/000012_nppes_files.sql: index of one engine',
  'sql/migrations/000033_registry_partitions.sql: index of one engine',
  'sql/schema.sql: index of one engine',
]

const files = [
  ...filesBelow('sql', /\.sql$/),
  ...filesBelow('src/db', /\.ts$/).filter((f) => !f.endsWith('.test.ts') && f !== 'src/db/kit/schema-dump.ts'),
]

describe('the check can fail', () => {
  test.each([
    ['x.sql', 'listen applications;'],
    ['x.ts', "await client.query('LISTEN changed')"],
    ['x.ts', 'sql`notify changed`'],
    ['x.ts', "sql`select pg_notify('a', 'b')`"],
    ['x.ts', 'sql`select pg_advisory_xact_lock(1)`'],
    ['x.ts', 'sql`select pg_try_advisory_lock(1)`'],
    ['x.sql', 'do $$ begin end $$;'],
    ['x.sql', "create function f() returns int language 'plpgsql' as '';"],
    ['x.sql', 'create trigger t after insert on a execute function f();'],
    ['x.sql', 'create extension if not exists pg_trgm;'],
    ['x.sql', 'create table a (b int, exclude using gist (b with =));'],
    ['x.sql', 'create table a (b int references c deferrable initially deferred);'],
    ['x.sql', 'create table a (id bigserial primary key);'],
    ['x.sql', 'create index a on b using gin (c);'],
    ['x.sql', 'create temporary table a (b int);'],
    ['x.sql', 'prepare find as select 1;'],
    ['x.ts', "pool.query({ name: 'find', text: 'select 1' })"],
    ['x.ts', "client.query('set search_path to other')"],
  ])('%s: %s', (file, source) => {
    expect(findings(file, source).length).toBeGreaterThan(0)
  })

  test.each([
    ['x.sql', '-- no listen/notify, no triggers, no serial\ncreate table a (id uuid primary key);'],
    ['x.ts', '// A row lock instead of pg_advisory_lock\nsql`set local statement_timeout = 1000`'],
    ['x.ts', "update.set({ name: 'x' }); const prepared = serialize(notified)"],
    ['x.sql', 'create table contact (\n  notify boolean not null,\n  listen boolean\n);'],
    ['x.sql', 'sequence bigint primary key generated always as identity'],
    ['x.ts', "sql`update a set b = 1 where c = 'listen'`"],
  ])('but not at %s: %s', (file, source) => {
    expect(findings(file, source)).toEqual([])
  })
})

test('sql and src/db are portable', () => {
  expect(files.length).toBeGreaterThan(20)
  expect(files.flatMap((f) => findings(f, read(f))).filter((f) => !exceptions.includes(f))).toEqual([])
})
