import { renderToString } from 'preact-render-to-string'
import { expect, it } from 'vitest'
import { en } from '#words/index.ts'
import { KnownShown } from './known-shown.tsx'

const found = { enrollmentId: 'O1', enrolleeId: 'e', name: 'Quiet Harbor', npi: '2000000291', contractorId: 'lakes' }
const enrolled = { ...found, state: 'OH', status: 'approved' } as const
const shown = (onRecord: { hasNumber: boolean; enrollments: readonly (typeof enrolled)[] }): string =>
  renderToString(
    <KnownShown
      known={{
        item: { id: 'one', answers: { partyName: 'Quiet Harbor' }, version: 1, savedAt: new Date(0) },
        onRecord: { ...onRecord, owners: [], commonOwners: [], sharedAddresses: [] },
        lists: [],
        elsewhere: [],
      }}
      at={0}
      w={en}
    />,
  )
const { recordNone, recordUnknown, commonNone, addressNone, notCompared } = en.affiliations.desk

it('says that nothing was found only where something could be asked', () => {
  const says = (html: string) =>
    [recordNone, recordUnknown, commonNone, addressNone, notCompared].filter((s) => html.includes(s))
  expect(says(shown({ hasNumber: false, enrollments: [] }))).toEqual([recordUnknown, notCompared])
  expect(says(shown({ hasNumber: true, enrollments: [] }))).toEqual([recordNone, notCompared])
  expect(says(shown({ hasNumber: true, enrollments: [enrolled] }))).toEqual([commonNone, addressNone])
})
