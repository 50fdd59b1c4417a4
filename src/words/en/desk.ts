/** Words of the contractor's desk. */
import { worklistWords } from './desk/worklist.ts'

export const desk = { worklist: worklistWords }
