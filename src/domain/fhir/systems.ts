/** Names of code systems, profiles and extensions (HL7 FHIR R4; Da Vinci PDex Plan-Net 1.1.0). Pure data. */
import type { FhirType } from './resource.ts'

export const planNet = 'http://hl7.org/fhir/us/davinci-pdex-plan-net'
const terminology = 'http://terminology.hl7.org/CodeSystem'

export const systems = {
  npi: 'http://hl7.org/fhir/sid/us-npi',
  taxonomy: 'http://nucc.org/provider-taxonomy',
  identifierType: `${terminology}/v2-0203`,
  organizationType: `${planNet}/CodeSystem/OrgTypeCS`,
  providerRole: `${planNet}/CodeSystem/ProviderRoleCS`,
  affiliationRole: `${planNet}/CodeSystem/OrganizationAffiliationRoleCS`,
  serviceCategory: `${planNet}/CodeSystem/HealthcareServiceCategoryCS`,
  acceptingPatients: `${planNet}/CodeSystem/AcceptingPatientsCS`,
  payloadType: `${planNet}/CodeSystem/EndpointPayloadTypeCS`,
  connectionType: `${terminology}/endpoint-connection-type`,
  need: `${terminology}/need`,
  validationType: `${terminology}/validation-type`,
  validationProcess: `${terminology}/validation-process`,
  failureAction: `${terminology}/failure-action`,
  primarySourceType: `${terminology}/primary-source-type`,
  validationStatus: `${terminology}/validation-status`,
  communicationMethod: `${terminology}/verificationresult-communication-method`,
} as const

export const newPatientsExtension = `${planNet}/StructureDefinition/newpatients`
export const networkExtension = `${planNet}/StructureDefinition/network-reference`

/** Plan-Net has no profile of VerificationResult. */
export const profileOf = (type: FhirType | 'Network'): string | undefined =>
  type === 'VerificationResult' ? undefined : `${planNet}/StructureDefinition/plannet-${type}`

/** Systems of our own stand under the address of the installation. */
export const ownSystems = (origin: string) =>
  ({
    enrollment: `${origin}/fhir/sid/enrollment`,
    specialty: `${origin}/fhir/CodeSystem/medicare-provider-type`,
    source: `${origin}/fhir/sid/source`,
    sourceAsOf: `${origin}/fhir/StructureDefinition/source-as-of`,
  }) as const
