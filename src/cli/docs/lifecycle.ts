/** docs/generated/lifecycle.md: the life of an application as a picture and two tables. Pure. */
import {
  type ApplicationEvent,
  type ApplicationStatus,
  nextEvents,
  statuses,
  transitions,
} from '#domain/application/lifecycle.ts'
import { eventWords, statusWords, waitingOnWords } from '#words/en/statuses.ts'
import { code, documentOf, table } from './markdown.ts'

const names = Object.keys(statuses) as ApplicationStatus[]
const events = Object.keys(transitions) as ApplicationEvent[]
// Mermaid takes no hyphen in the name of a state.
const state = (s: ApplicationStatus): string => s.replaceAll('-', '_')

export function lifecycleDocument(): string {
  const picture = [
    '```mermaid',
    'stateDiagram-v2',
    ...names.map((s) => `  state "${statusWords[s].name}" as ${state(s)}`),
    `  [*] --> ${state('draft')}`,
    ...events.flatMap((e) =>
      transitions[e].from.map((from) => `  ${state(from)} --> ${state(transitions[e].to)}: ${e}`),
    ),
    ...names.filter((s) => nextEvents(s).length === 0).map((s) => `  ${state(s)} --> [*]`),
    '```',
  ].join('\n')
  return documentOf(
    'The life of an application',
    '`src/domain/application/lifecycle.ts` and `src/words/en/statuses.ts`',
    'Every application begins as a draft. A status is a cache of the events before it.',
    picture,
    '## Events',
    table(
      ['Event', 'In words', 'From', 'To', 'Authority'],
      events.map((e) => {
        const t = transitions[e]
        return [code(e), eventWords[e], t.from.map(code).join(', '), code(t.to), 'cite' in t ? t.cite : '']
      }),
    ),
    '## Statuses',
    table(
      ['Status', 'Waits on', 'Answers may change', 'To the provider', 'At the desk', 'If nobody moves'],
      names.map((s) => [
        code(s),
        waitingOnWords[statuses[s].waitingOn],
        statuses[s].editable ? 'yes' : 'no',
        statusWords[s].provider,
        statusWords[s].contractor,
        statusWords[s].otherwise,
      ]),
    ),
  )
}
