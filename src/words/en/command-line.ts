/** Words of the command line as a whole. */
export const completion = {
  about: 'Writes a script that completes commands and options: eval "$(openpecos completion bash)"',
  shell: 'The shell',
  help: 'Say what it does',
}

export const commandLine = {
  title: 'Commands',
  intro:
    'Run with `npm run cli -- <command>`, or `node dist/cli.mjs <command>`. Results go to standard output, everything else to standard error.',
  exits: [
    ['0', 'done; of a question: yes'],
    ['1', 'failed or refused; of a question: no, or not known'],
    ['2', 'wrong usage'],
    ['3', 'not permitted'],
  ] as const,
}
