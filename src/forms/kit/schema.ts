/** JSON Schema of a section, for the API and the generated documentation. */
import type { Section } from './section.ts'
import type { AnySectionWords } from './words.ts'

export const jsonSchema = (s: Section, w: AnySectionWords) => ({
  $id: s.id,
  title: w.title,
  type: 'object',
  additionalProperties: false,
  required: Object.entries(s.questions)
    .filter(([, q]) => !q.optional && !q.when)
    .map(([name]) => name),
  properties: Object.fromEntries(
    Object.entries(s.questions).map(([name, q]) => [
      name,
      { ...q.kind.schema, title: w.questions[name]?.ask, 'x-paper': q.paper, 'x-sensitivity': q.sensitivity },
    ]),
  ),
})
