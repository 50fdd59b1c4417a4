/** Pages by cursor, alike on every list: what comes after the last thing seen, stable while others are added. */
import * as z from 'zod'

export const limitParameter = z
  .string()
  .regex(/^(100|[1-9]\d?)$/, '1 to 100')
  .optional()
  .meta({ description: '1 to 100; 25 when absent' })
export const limitOf = (given: string | undefined): number => Number(given ?? 25)

export const sequenceParameter = z
  .string()
  .regex(/^\d{1,15}$/, 'A number')
  .optional()
  .meta({ description: 'The sequence of the last one seen; from the beginning when absent' })

export const rowId = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'An id as the API gave it')
