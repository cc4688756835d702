import { useQueryClient } from '@tanstack/react-query';
import { useRights } from './session';
import type { PatchbayEvent } from './types';
import { useLive } from './useLive';

/** Which lists an event of a kind makes stale: the part of the path behind the portal. */
const STALE: Record<string, string[]> = {
  portal: ['/portals', '/portals/{portal}', '/portal'],
  person: ['/people'],
  contact: ['/contacts', '/contact-groups'],
  mail: ['/mails'],
  meeting: ['/meetings', '/recordings'],
  recording: ['/recordings'],
  click2meet: ['/personal-links'],
  call: ['/call-records', '/call-conversations'],
  voicemail: ['/mailboxes'],
  extension: ['/extensions', '/extension-status', '/own-extensions', '/internal-numbers'],
  device: ['/devices'],
  phone: ['/devices'],
  'call-group': ['/ring-groups', '/call-queues', '/voice-menus', '/conference-rooms', '/internal-numbers'],
  number: ['/inbound-numbers'],
  trunk: ['/trunks'],
  'call-rule': ['/outbound-rules'],
  'phone-services': ['/services', '/extension-status'],
  'desk-phone': ['/phones', '/waiting-phones'],
  'call-settings': ['/call-settings'],
  'media-server': ['/media-servers', '/media-server'],
  script: ['/scripts'],
  plugin: ['/plugins'],
};

/** Meetings that are planned are no meetings yet. */
const PLANS = /^meeting\.(planned|replanned|cancelled|answered|reminded)$/;

/** The paths that an event's type touches. */
export function touchedBy(type: string): string[] {
  if (PLANS.test(type)) {
    return ['/planned-meetings', '/occurrences'];
  }
  return STALE[type.split('.')[0] ?? ''] ?? [];
}

/** Keeps every open page fresh: what an event names is fetched again. Nothing polls. */
export function useFreshness(portal: string): void {
  const queries = useQueryClient();

  const may = useRights();

  useLive('events', may('SEE_EVENTS') ? portal : undefined, {}, {
    data: (message) => {
      const touched = touchedBy((message as PatchbayEvent).type);
      void queries.invalidateQueries({
        predicate: ({ queryKey }) =>
          touched.some((part) => {
            const path = String(queryKey[1]);
            return path === part || (!part.startsWith('/api') && path.includes(part));
          }),
      });
    },
    opened: (again) => {
      // What was fetched before the channel was open may be old already: nothing told of what happened between.
      const known = (path: string) => Object.values(STALE).flat().some((part) => path.includes(part));
      void queries.invalidateQueries({
        predicate: ({ queryKey, state }) => again || (state.dataUpdatedAt > 0 && known(String(queryKey[1]))),
      });
    },
  });
}
