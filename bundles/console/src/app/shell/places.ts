import {
  IconAddressBook,
  IconApps,
  IconBolt,
  IconBuilding,
  IconCertificate,
  IconCode,
  IconHome,
  type IconProps,
  IconMail,
  IconNetwork,
  IconPlug,
  IconSettings,
  IconShieldCheck,
  IconUsers,
  IconVideo,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { Right } from '@/ui/server/session';

export interface Place {
  to: string;
  name: string;
  icon: ComponentType<IconProps>;
}

interface Guarded extends Place {
  right?: Right;
  /** On root's own portal alone, or everywhere but there. */
  root?: boolean;
}

const EVERYBODY: Guarded[] = [
  { to: '/', name: 'home', icon: IconHome },
  { to: '/portals', name: 'portals', icon: IconBuilding, right: 'MANAGE_PORTALS', root: true },
  { to: '/meetings', name: 'meetings', icon: IconVideo, right: 'HOST_MEETINGS', root: false },
  { to: '/contacts', name: 'contacts', icon: IconAddressBook },
];

const ADMIN: Guarded[] = [
  { to: '/portal', name: 'portal', icon: IconSettings, right: 'MANAGE_PORTAL', root: false },
  { to: '/people', name: 'people', icon: IconUsers, right: 'MANAGE_PEOPLE' },
  { to: '/scripts', name: 'scripts', icon: IconCode, right: 'MANAGE_SCRIPTS', root: false },
  { to: '/plugins', name: 'plugins', icon: IconPlug, right: 'MANAGE_PLUGINS' },
  { to: '/certificates', name: 'certificates', icon: IconCertificate, right: 'MANAGE_PORTALS', root: true },
  { to: '/events', name: 'events', icon: IconBolt, right: 'SEE_EVENTS' },
  { to: '/audit', name: 'audit', icon: IconShieldCheck, right: 'SEE_AUDIT' },
  { to: '/mail', name: 'mail', icon: IconMail, right: 'SEE_MAIL' },
  { to: '/ports', name: 'ports', icon: IconNetwork, right: 'MANAGE_PORTAL' },
];

export const ADMIN_ICON = IconApps;

/** Where this person may go: everyday places, and the administration apart. */
export function placesFor(may: (right: Right) => boolean, root: boolean): { daily: Place[]; admin: Place[] } {
  const allowed = (place: Guarded) => (!place.right || may(place.right)) && (place.root === undefined || place.root === root);
  return { daily: EVERYBODY.filter(allowed), admin: ADMIN.filter(allowed) };
}
