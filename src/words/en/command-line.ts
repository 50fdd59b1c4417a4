/** Words of the command line as a whole. */
export const completion = {
  about: 'Writes a script that completes commands and options: eval "$(openpecos completion bash)"',
  shell: 'The shell',
  help: 'Say what it does',
}

export const commandLine = {
  title: 'Commands',
  version: 'Say which version this is',
  intro:
    'Run with `npm run cli -- <command>`, or `node dist/cli.mjs <command>`. Results go to standard output, everything else to standard error.',
  exits: [
    ['0', 'done; of a question: yes'],
    ['1', 'failed or refused; of a question: no, or not known'],
    ['2', 'wrong usage'],
    ['3', 'not permitted'],
  ] as const,
}

export const contractors = {
  about: 'Who decides applications from which states',
  list: 'Every contractor with its states',
  add: 'Set up a contractor. Later changes are made by administrators, on their pages',
  id: 'a short name for addresses, such as lakes: small letters, digits, hyphens',
  name: 'as letters say it',
  zone: 'the zone in which its deadlines are days, such as America/Chicago',
  phone: 'whom a provider calls',
  email: 'where a provider writes',
  address: 'the address for mail, in one line',
  states: 'state codes with commas, such as IL,WI; or all',
  added: (id: string, states: number) => `${id}: set up with ${states} ${states === 1 ? 'state' : 'states'}`,
}

export const config = {
  about: 'What is set for the portal',
  check:
    'Every variable with its value and where it comes from, secrets hidden. Exit code 1 when the portal would not start',
  json: 'print it as JSON',
  hidden: '(hidden)',
  none: '-',
  sources: { environment: 'environment', file: 'file', default: 'default' },
}
