/** Words of the contractor's desk. */
import { caseWords } from './desk/case.ts'
import { decideWords } from './desk/decide.ts'
import { monitoringWords } from './desk/monitoring.ts'
import { screeningWords } from './desk/screening.ts'
import { worklistWords } from './desk/worklist.ts'

export const desk = {
  worklist: worklistWords,
  case: caseWords,
  screening: screeningWords,
  monitoring: monitoringWords,
  decide: decideWords,
}
