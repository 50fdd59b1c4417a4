import { expect, test } from 'vitest'
import { showingOf } from './document-scan.ts'

test.each([
  ['not-scanned', false, 'shown'],
  ['not-scanned', true, 'being-checked'],
  ['clean', false, 'shown'],
  ['clean', true, 'shown'],
  ['infected', false, 'withheld'],
  ['infected', true, 'withheld'],
] as const)('%s with scanning %s is %s', (state, scanning, showing) => expect(showingOf(state, scanning)).toBe(showing))
