import {
  IconAddressBook,
  IconApps,
  IconBolt,
  IconBuilding,
  IconBuildingCommunity,
  IconCertificate,
  IconCode,
  IconHelp,
  IconHome,
  IconKey,
  IconMail,
  IconNetwork,
  IconDeviceLandlinePhone,
  IconFileCode,
  IconPhone,
  IconRecordMail,
  IconPlayerRecord,
  IconPlug,
  type IconProps,
  IconServer2,
  IconSettings,
  IconShieldCheck,
  IconStethoscope,
  IconUserCircle,
  IconUsers,
  IconVideo,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { Right } from '@/ui/server/session';
import type { PortalView } from '@/ui/server/types';

export interface Place {
  to: string;
  name: string;
  icon: ComponentType<IconProps>;
  /** What is done there most; the palette offers it. */
  actions?: Action[];
}

type Feature = PortalView['features'][number];

export interface Action {
  to: string;
  name: string;
  right?: Right;
}

interface Guarded extends Place {
  /** Any of these is enough. */
  right?: Right | Right[];
  /** Where the portal has this alone. */
  feature?: Feature;
  /** On root's own portal alone, or everywhere but there. */
  root?: boolean;
}

const EVERYBODY: Guarded[] = [
  { to: '/', name: 'home', icon: IconHome },
  { to: '/portals', name: 'portals', icon: IconBuilding, right: 'MANAGE_PORTALS', root: true, actions: [{ to: '/portals/new', name: 'portal.new' }, { to: '/portals/from-file', name: 'portal.file' }] },
  {
    to: '/meetings',
    name: 'meetings',
    icon: IconVideo,
    right: 'HOST_MEETINGS',
    root: false,
    actions: [
      { to: '/meetings/planned', name: 'meeting.planned' },
      { to: '/meetings/planned/new', name: 'meeting.plan' },
    ],
  },
  {
    to: '/calls',
    name: 'calls',
    icon: IconPhone,
    root: false,
    actions: [{ to: '/calls/what-if', name: 'call.what-if', right: 'CONFIGURE_CALL_HANDLING' }],
  },
  { to: '/voicemail', name: 'voicemail', icon: IconRecordMail, root: false },
  {
    to: '/contacts',
    name: 'contacts',
    icon: IconAddressBook,
    actions: [
      { to: '/contacts/new', name: 'contact.new' },
      { to: '/contacts/import', name: 'contact.import' },
    ],
  },
  { to: '/recordings', name: 'recordings', icon: IconPlayerRecord, right: 'HOST_MEETINGS', feature: 'RECORDING', root: false },
];

const ADMIN: Guarded[] = [
  { to: '/portal', name: 'portal', icon: IconSettings, right: 'MANAGE_PORTAL', root: false },
  {
    to: '/people',
    name: 'people',
    icon: IconUsers,
    right: 'MANAGE_PEOPLE',
    actions: [
      { to: '/people/new', name: 'person.new' },
      { to: '/people/import', name: 'person.import' },
    ],
  },
  {
    to: '/departments',
    name: 'departments',
    icon: IconBuildingCommunity,
    right: ['MANAGE_DEPARTMENTS', 'OVERRIDE_OFFICE_HOURS'],
    root: false,
  },
  { to: '/telephone', name: 'telephone', icon: IconPhone, right: ['CONFIGURE_CALL_HANDLING', 'CONFIGURE_TRUNKS'], root: false },
  { to: '/desk-phones', name: 'desk-phones', icon: IconDeviceLandlinePhone, right: 'CONFIGURE_CALL_HANDLING', root: false },
  { to: '/roles', name: 'roles', icon: IconKey, right: ['MANAGE_PEOPLE', 'MANAGE_ROLES'], root: false },
  {
    to: '/scripts',
    name: 'scripts',
    icon: IconCode,
    right: 'MANAGE_SCRIPTS',
    root: false,
    actions: [{ to: '/scripts/new', name: 'script.new' }],
  },
  { to: '/plugins', name: 'plugins', icon: IconPlug, right: 'MANAGE_PLUGINS' },
  { to: '/certificates', name: 'certificates', icon: IconCertificate, right: 'MANAGE_PORTALS', root: true },
  { to: '/media-servers', name: 'media-servers', icon: IconServer2, right: 'MANAGE_PORTALS', root: true },
  { to: '/waiting-phones', name: 'waiting-phones', icon: IconDeviceLandlinePhone, right: 'MANAGE_PORTALS', root: true },
  { to: '/phone-templates', name: 'phone-templates', icon: IconFileCode, right: 'MANAGE_PORTALS', root: true },
  { to: '/events', name: 'events', icon: IconBolt, right: 'SEE_EVENTS' },
  { to: '/audit', name: 'audit', icon: IconShieldCheck, right: 'SEE_AUDIT' },
  { to: '/mail', name: 'mail', icon: IconMail, right: 'SEE_MAIL' },
  { to: '/connections', name: 'connections', icon: IconStethoscope, right: 'SEE_EVENTS', root: false },
  { to: '/ports', name: 'ports', icon: IconNetwork, right: 'MANAGE_PORTAL' },
];

export const ADMIN_ICON = IconApps;

/** What is of the person rather than of a place in the rail. */
export const OWN: Place[] = [
  { to: '/account', name: 'account', icon: IconUserCircle },
  { to: '/phone-login', name: 'phone-login', icon: IconDeviceLandlinePhone },
  { to: '/help/second-factor', name: 'help.factor', icon: IconHelp },
  { to: '/help/directory', name: 'help.directory', icon: IconHelp },
];

/** Where this person may go: everyday places, and the administration apart. */
export function placesFor(may: (right: Right) => boolean, root: boolean, has: (feature: Feature) => boolean = () => true): { daily: Place[]; admin: Place[] } {
  const allowed = (place: Guarded) =>
    (!place.right || [place.right].flat().some(may)) &&
    (!place.feature || has(place.feature)) &&
    (place.root === undefined || place.root === root);
  return { daily: EVERYBODY.filter(allowed), admin: ADMIN.filter(allowed) };
}
