/** docs/generated/problems.md: every reason to refuse, in the words that people read. Pure. */
import { problemCodes } from '#domain/problem-codes.ts'
import { problems } from '#words/en/problems.ts'
import { code, documentOf, table } from './markdown.ts'

export const problemsDocument = (): string =>
  documentOf(
    'Every reason to refuse',
    '`src/domain/problem-codes.ts` and `src/words/en/problems.ts`',
    'The code is what programs get, the sentence is what people read.',
    table(
      ['Code', 'Sentence'],
      problemCodes.map((c) => [code(c), problems[c]]),
    ),
  )
