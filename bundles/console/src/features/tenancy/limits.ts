import type { Portal, PortalDraft } from '@/ui/server/types';
import { PROFILES } from './usePortalSave';

export const FEATURES = ['RECORDING', 'PUBLIC_DOWNLOAD', 'PIN', 'CLICK2MEET'] as const;

/** What root lets a portal do, as a form holds it: nothing is undefined. */
export type Limits = {
  webInterface: boolean;
  expires: string;
  participantLimit: number | string;
  storageMegabytes: number | string;
  profiles: string[];
  features: string[];
};

export function limitsOf(portal: Portal | PortalDraft): Limits {
  return {
    webInterface: portal.webInterface,
    expires: portal.expires ?? '',
    participantLimit: portal.participantLimit ?? '',
    storageMegabytes: portal.storageMegabytes ?? '',
    profiles: portal.profiles,
    features: portal.features,
  };
}

/** The draft with these limits; what is empty is left out. */
export function withLimits(draft: PortalDraft, limits: Limits): PortalDraft {
  const { expires, participantLimit, storageMegabytes, ...others } = draft;
  void [expires, participantLimit, storageMegabytes];
  return {
    ...others,
    webInterface: limits.webInterface,
    ...(limits.expires === '' ? {} : { expires: limits.expires }),
    ...(limits.participantLimit === '' ? {} : { participantLimit: Number(limits.participantLimit) }),
    ...(limits.storageMegabytes === '' ? {} : { storageMegabytes: Number(limits.storageMegabytes) }),
    profiles: PROFILES.filter((profile) => limits.profiles.includes(profile)),
    features: FEATURES.filter((feature) => limits.features.includes(feature)),
  };
}

/** The profile itself, or the next lower of these, or the next higher. */
export function nearest(profile: string, profiles: string[]): string {
  const known = PROFILES.filter((one) => profiles.includes(one));
  const lower = known.filter((one) => PROFILES.indexOf(one) <= PROFILES.indexOf(profile));
  return lower.at(-1) ?? known[0] ?? profile;
}
