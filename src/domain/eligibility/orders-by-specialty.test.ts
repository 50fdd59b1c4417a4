import { expect, it } from 'vitest'
import { billsService, ordersOfSpecialty } from './orders-by-specialty.ts'

it.each([
  ['14-08', 'part-b dme home-health power-mobility hospice'],
  ['33-11', 'part-b dme home-health power-mobility hospice'],
  ['14-F6', 'part-b dme home-health power-mobility hospice'],
  ['14-50', 'part-b dme home-health power-mobility'],
  ['14-48', 'part-b dme home-health'],
  ['14-C5', 'part-b dme'],
  ['14-80', 'part-b dme'],
  ['14-35', ''],
  ['14-65', ''],
  ['12-70', ''],
  ['14-??', ''],
  ['', ''],
])('%s may order %s', (type, services) => expect(ordersOfSpecialty(type).join(' ')).toBe(services))

it.each([
  ['00-06', 'home-health', true],
  ['00-08', 'hospice', true],
  ['14-08', 'part-b', true],
  ['30-54', 'dme', true],
  ['30-54', 'power-mobility', true],
  ['14-08', 'dme', false],
  ['00-06', 'hospice', false],
] as const)('%s bills %s: %s', (type, service, may) => expect(billsService(type, service)).toBe(may))
