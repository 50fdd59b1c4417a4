/** The CMS-588 (electronic payment), the CMS-460 (participation) and section 8 (billing agency): all of one's own practice. */
import * as agency from '../shared/billing-agency.ts'
import * as shared from '../shared/payments.ts'
import { ownPractice } from './business.ts'

export const electronicPayment = shared.electronicPayment(ownPractice)
export const participation = shared.participation(ownPractice)
export const billingAgency = agency.billingAgency('billing-agency', '8', ownPractice)
