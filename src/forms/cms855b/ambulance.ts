/** Attachment 1: ambulance service suppliers (42 CFR 410.40, 410.41). */
import { choice, choices, date, text, year, yesNo } from '../kit/kinds.ts'
import { section } from '../kit/section.ts'
import { serviceAreas } from '../shared/service-areas.ts'

const isAmbulance = { section: 'enrollment', question: 'supplier', is: 'ambulance' } as const

export const ambulance = section({
  id: 'ambulance',
  when: isAmbulance,
  questions: {
    nonEmergency: { kind: yesNo, paper: 'Att. 1', sensitivity: 'internal' },
    intercept: { kind: yesNo, paper: 'Att. 1', sensitivity: 'internal' },
    interceptWith: {
      kind: text(100),
      paper: 'Att. 1',
      sensitivity: 'internal',
      when: { question: 'intercept', is: true },
    },
    air: { kind: yesNo, paper: 'Att. 1', sensitivity: 'internal' },
    airCertificate: {
      kind: text(30),
      paper: 'Att. 1',
      sensitivity: 'internal',
      when: { question: 'air', is: true },
    },
  },
})

export const ambulanceAreas = serviceAreas('ambulance-areas', 'Att. 1', isAmbulance)

export const ambulanceVehicles = section({
  id: 'ambulance-vehicles',
  repeats: { min: 1, max: 500 },
  when: isAmbulance,
  questions: {
    kind: { kind: choice('land', 'air', 'water'), paper: 'Att. 1', sensitivity: 'internal' },
    make: { kind: text(40), paper: 'Att. 1', sensitivity: 'internal' },
    year: { kind: year, paper: 'Att. 1', sensitivity: 'internal' },
    vin: { kind: text(17), paper: 'Att. 1', sensitivity: 'internal' },
    levels: {
      kind: choices('basic', 'advanced-1', 'advanced-2', 'specialty-care'),
      paper: 'Att. 1',
      sensitivity: 'internal',
    },
    license: { kind: text(30), paper: 'Att. 1', sensitivity: 'internal', optional: true },
    licensedUntil: { kind: date('future'), paper: 'Att. 1', sensitivity: 'internal', optional: true },
  },
})
