/** 2C-2E: whether new patients are taken, and where mail for the practitioner and about medical records goes. */
import { yesNo } from '../kit/kinds.ts'
import { section } from '../kit/section.ts'
import * as shared from '../shared/correspondence.ts'

export const newPatients = section({
  id: 'new-patients',
  questions: { accepting: { kind: yesNo, paper: '2C', sensitivity: 'public' } },
})

export const correspondence = shared.correspondence('2D')
export const recordsCorrespondence = shared.recordsCorrespondence('2E')
