/** The English catalog of the CMS-855B: it does not compile while a task, section, question or option lacks words. */
import type { tasks855b } from '#forms/cms855b/index.ts'
import type { FormWordsFor } from '#forms/kit/words.ts'
import * as license from '../shared/organization/credentials.ts'
import { ownershipChange } from '../shared/organization/identity.ts'
import { organizationSections, organizationTasks } from '../shared/organization/index.ts'
import * as at from '../shared/organization/locations.ts'
import { participation } from '../shared/organization/mail-and-money.ts'
import * as opioid from '../shared/organization/opioid-treatment.ts'
import * as attached from './attachments.ts'
import * as supplier from './supplier.ts'

export const cms855bEn: FormWordsFor<typeof tasks855b> = {
  title: 'Medicare enrollment for clinics, group practices and other suppliers',
  short: 'CMS-855B',
  tasks: {
    ...organizationTasks,
    enrollment: { title: 'Say what enrolls', hint: 'Your answers decide what we ask later' },
    credentials: { title: 'Add licenses, certificates and accreditations' },
    ambulance: { title: 'Tell us about your ambulances' },
    idtf: { title: 'Tell us about your tests' },
    opioid: { title: 'Tell us about your opioid treatment program' },
  },
  sections: {
    ...organizationSections,
    enrollment: supplier.enrollment,
    'ownership-change': ownershipChange,
    'provider-numbers': supplier.supplierNumbers,
    'hospital-department': supplier.hospitalDepartment,
    'therapy-group': supplier.therapyGroup,
    credentials: license.credentials,
    licenses: license.licenses,
    certifications: license.certifications,
    accreditations: license.accreditations,
    'practice-locations': supplier.practiceLocations,
    'home-visits': at.homeVisits,
    'home-visit-areas': at.homeVisitAreas,
    mobile: at.mobile,
    'bases-of-operations': at.basesOfOperations,
    vehicles: at.vehicles,
    'record-storage': at.recordStorage,
    'record-stores': at.recordStores,
    participation,
    ambulance: attached.ambulance,
    'ambulance-areas': attached.ambulanceAreas,
    'ambulance-vehicles': attached.ambulanceVehicles,
    'idtf-insurance': attached.idtfInsurance,
    'idtf-tests': attached.idtfTests,
    'idtf-interpreters': attached.idtfInterpreters,
    'idtf-technicians': attached.idtfTechnicians,
    'idtf-supervisors': attached.idtfSupervisors,
    'opioid-program': opioid.opioidProgram,
    'opioid-personnel': opioid.opioidPersonnel,
  },
}
