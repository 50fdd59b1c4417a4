/** Words of the contractor's desk. */
import { caseWords } from './desk/case.ts'
import { decideWords } from './desk/decide.ts'
import { evidenceWords } from './desk/evidence.ts'
import { findWords } from './desk/find.ts'
import { mailTextWords } from './desk/mail-texts.ts'
import { monitoringWords } from './desk/monitoring.ts'
import { moreTimeWords } from './desk/more-time.ts'
import { policyWords } from './desk/policies.ts'
import { queueWords } from './desk/queues.ts'
import { ruleWords } from './desk/rules.ts'
import { screeningWords } from './desk/screening.ts'
import { taskWords } from './desk/tasks.ts'
import { wordingWords } from './desk/wordings.ts'
import { worklistWords } from './desk/worklist.ts'

export const desk = {
  worklist: worklistWords,
  case: caseWords,
  screening: screeningWords,
  find: findWords,
  mailTexts: mailTextWords,
  monitoring: monitoringWords,
  decide: decideWords,
  evidence: evidenceWords,
  moreTime: moreTimeWords,
  tasks: taskWords,
  policies: policyWords,
  queues: queueWords,
  rules: ruleWords,
  wordings: wordingWords,
}
