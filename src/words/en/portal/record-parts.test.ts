/** Every part of every record has a name of its own. */
import { expect, test } from 'vitest'
import { readings } from '#forms/readings.ts'
import { partOf } from './record-parts.ts'

test.each(readings.map((r) => [r.form.id, r] as const))(
  '%s: every task has a name as a part of the record',
  (id, { form }) => {
    expect(partOf(id, 'no-such-task')).toBe('no-such-task')
    for (const { id: task } of form.tasks) expect(partOf(id, task), task).not.toBe(task)
  },
)
