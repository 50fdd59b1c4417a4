/** 4C: where remittance notices and special payments are sent. */
import * as shared from '../shared/payments.ts'
import { ownPractice } from './business.ts'

export const payments = shared.payments('4C', ownPractice)
