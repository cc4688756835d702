import type { components } from '@/api/schema';

type Schemas = components['schemas'];

export type Portal = Schemas['Portal'];
export type PortalDraft = Schemas['PortalDraft'];
export type PortalView = Schemas['PortalView'];
export type CertificateView = Schemas['CertificateView'];
export type Coverage = Schemas['Coverage'];
export type Figures = Schemas['Figures'];
export type Person = Schemas['Person'];
export type PersonDraft = Schemas['PersonDraft'];
export type Membership = Schemas['Membership'];
export type Department = Schemas['Department'];
export type DepartmentDraft = Schemas['DepartmentDraft'];
export type DepartmentOverview = Schemas['DepartmentOverview'];
export type DepartmentMember = Schemas['DepartmentMember'];
export type WeekTime = Schemas['WeekTime'];
export type Holiday = Schemas['Holiday'];
export type HolidayFile = Schemas['HolidayFile'];
export type FoundHoliday = Schemas['FoundHoliday'];
export type Opening = Schemas['Opening'];
export type Role = Schemas['Role'];
export type RoleGrants = Schemas['RoleGrants'];
export type AnyRight = Role['rights'][number];
export type Explanation = Schemas['Explanation'];
export type PeopleImport = Schemas['PeopleImport'];
export type ImportRow = Schemas['ImportRow'];
export type ImportFinding = Schemas['ImportFinding'];
export type StorageUse = Schemas['StorageUse'];
export type Contact = Schemas['Contact'];
export type ContactDraft = Schemas['ContactDraft'];
export type ContactVisibility = ContactDraft['visibility'];
export type ContactImportReport = Schemas['ContactImportReport'];
export type ContactImportRow = Schemas['ContactImportRow'];
export type Session = Schemas['SessionView'];
export type Meeting = Schemas['MeetingJson'];
export type MeetingReport = Schemas['MeetingReport'];
export type MeetingDraft = Schemas['MeetingDraft'];
export type Recording = Schemas['Recording'];
export type RecordingPart = Schemas['RecordingPart'];
export type LedgerEntry = Schemas['LedgerEntry'];
export type SharedRecording = Schemas['SharedRecording'];
export type PersonalLink = Schemas['PersonalLinkJson'];
export type Talk = Schemas['TalkJson'];
export type Ring = Schemas['RingJson'];
export type LiveCall = Schemas['LiveCall'];
export type CallRecord = Schemas['CallRecord'];
export type CallDecision = Schemas['Decision'];
export type Foresight = Schemas['Foresight'];
export type Participant = Schemas['Participant'];
export type PatchbayEvent = Schemas['CloudEvent'];
export type Script = Schemas['Script'];
export type ScriptDraft = Schemas['ScriptDraft'];
export type ScriptVersion = Schemas['ScriptVersion'];
export type LogLine = Schemas['LogLine'];
export type PluginView = Schemas['PluginView'];
export type AuditEntry = Schemas['AuditEntry'];
export type AuditVerification = Schemas['AuditVerification'];
export type Mail = Schemas['Mail'];
export type MailBody = Schemas['MailBody'];
export type Comparison = Schemas['Comparison'];
export type FieldError = Schemas['FieldError'];
/** The parameters may be of any kind, which the generated type cannot say. */
export type ProblemJson = Omit<Schemas['ProblemJson'], 'params'> & { params?: Record<string, unknown> };

/** One page of a list, as every list of the server is. */
export interface Page<T> {
  items: T[];
  next?: string;
  total?: number;
}
export type PlannedMeeting = Schemas['PlannedMeeting'];
export type PlannedMeetingDraft = Schemas['PlannedMeetingDraft'];
export type Occurrence = Schemas['Occurrence'];
export type OccurrenceChange = Schemas['OccurrenceChange'];
export type Invitee = Schemas['Invitee'];
export type Invitation = Schemas['Invitation'];
export type Answer = Invitation['answer'];
