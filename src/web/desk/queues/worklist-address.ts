/** The address of the worklist as it is asked for, and back. */

import { isRowId } from '#db/queries/application/applications.ts'
import type { WorklistCursor } from '#db/queries/worklist/worklist.ts'
import { fieldsOf, type WorklistQuery, worklistQuery } from '#domain/review/queues/worklist-query.ts'
import { formOf } from '#forms/index.ts'
import type { Fields } from '#web/kit/page.ts'

export const askedOf = (fields: Fields): WorklistQuery => worklistQuery(fields, (id) => formOf(id) !== undefined)

export const worklistPath = (q: WorklistQuery, after?: WorklistCursor): string =>
  `/desk?${new URLSearchParams({ ...fieldsOf(q), ...(after && { after: `${after.id}_${after.value}` }) })}`

/** "<id>_<value>"; anything else begins at the beginning. */
export function cursorFrom(text: string | undefined): WorklistCursor | undefined {
  const [, id, value] = /^([0-9a-f-]{36})_(.*)$/s.exec(text ?? '') ?? []
  return isRowId(id) && value !== undefined ? { id, value } : undefined
}
