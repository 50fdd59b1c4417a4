import { describe, expect, it } from 'vitest'
import { text } from '#forms/kit/kinds.ts'
import { en } from '#words/index.ts'
import { fieldNames } from './field-names.ts'
import { Control } from './fields.tsx'

const Box = (_: { name: string; label?: string; legend?: string }) => null

describe('fieldNames', () => {
  it('finds boxes at any depth, and nothing that has no name or no label', () => {
    const names = fieldNames(
      <form>
        <Box name="email" label="E-mail address" />
        {[<Box key="a" name="by" legend="How?" />, null, 'text']}
        <div>
          <Control name="city" kind={text(20)} words={{ ask: 'City' }} value="" problem={undefined} w={en} />
          <input type="hidden" name="csrf" />
        </div>
      </form>,
    )
    expect([...names]).toEqual([
      ['email', 'E-mail address'],
      ['by', 'How?'],
      ['city', 'City'],
    ])
  })
})
