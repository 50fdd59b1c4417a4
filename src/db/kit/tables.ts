/** Row types of every table, one file an area; test/db/schema.db.test.ts compares them with the database. */
import type { AccessTables } from './tables/access.ts'
import type { AffiliationTables } from './tables/affiliations.ts'
import type { ApiTables } from './tables/api.ts'
import type { ApplicationTables } from './tables/applications.ts'
import type { CaseTaskTables } from './tables/case-tasks.ts'
import type { CoreTables } from './tables/core.ts'
import type { DecisionTables } from './tables/decisions.ts'
import type { DelegationTables } from './tables/delegation.ts'
import type { EnrollmentTables } from './tables/enrollments.ts'
import type { FeeTables } from './tables/fees.ts'
import type { FhirTables } from './tables/fhir.ts'
import type { KeyTables } from './tables/keys.ts'
import type { MailTextTables } from './tables/mail-texts.ts'
import type { OwnershipTables } from './tables/ownership.ts'
import type { PacketTables } from './tables/packets.ts'
import type { PolicyTables } from './tables/policies.ts'
import type { PublicFileTables } from './tables/public-files.ts'
import type { QueueTables } from './tables/queues.ts'
import type { ReassignmentTables } from './tables/reassignments.ts'
import type { RegistryTables } from './tables/registry.ts'
import type { RegistryFileTables } from './tables/registry-files.ts'
import type { RosterTables } from './tables/rosters.ts'
import type { ScreeningTables } from './tables/screening.ts'
import type { SentFormTables } from './tables/sent-forms.ts'
import type { StaffTables } from './tables/staff.ts'
import type { TimeTables } from './tables/time.ts'
import type { TransferTables } from './tables/transfers.ts'

export interface Tables
  extends CoreTables,
    ApplicationTables,
    EnrollmentTables,
    CaseTaskTables,
    MailTextTables,
    OwnershipTables,
    PacketTables,
    PolicyTables,
    AccessTables,
    AffiliationTables,
    ApiTables,
    DecisionTables,
    DelegationTables,
    FeeTables,
    FhirTables,
    KeyTables,
    QueueTables,
    PublicFileTables,
    ReassignmentTables,
    RegistryFileTables,
    RegistryTables,
    RosterTables,
    ScreeningTables,
    SentFormTables,
    StaffTables,
    TimeTables,
    TransferTables {}
