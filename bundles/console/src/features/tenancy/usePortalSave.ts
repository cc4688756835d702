import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { client, ifMatch } from '@/ui/server/client';
import { sessionQuery } from '@/ui/server/session';
import type { Portal, PortalDraft } from '@/ui/server/types';

export const PROFILES = ['low', 'standard', 'high', 'hd'];

/** Colours to begin with. */
export const ACCENTS = ['#2f6fed', '#0f7c8a', '#1f9d61', '#7a5af5', '#b4438f', '#c2492e', '#8a6d1d', '#475569'];

/** What was chosen of a portal, to be sent with some of it changed. */
export function draftOf(portal: Portal): PortalDraft {
  const { name, host, language, zone, accent, webInterface, profiles, features, meetingDefaults } = portal;
  const { expires, participantLimit, support, storageMegabytes } = portal;
  return {
    name,
    host,
    language,
    zone,
    accent,
    webInterface,
    profiles,
    features,
    meetingDefaults,
    ...(expires === undefined ? {} : { expires }),
    ...(participantLimit === undefined ? {} : { participantLimit }),
    ...(support === undefined ? {} : { support }),
    ...(storageMegabytes === undefined ? {} : { storageMegabytes }),
  };
}

/** Saves some fields of a portal; the others stay. */
export function usePortalSave(portal: Portal, done: () => void) {
  const { t } = useTranslation('tenancy');
  const queries = useQueryClient();
  return async (change: (draft: PortalDraft) => PortalDraft) => {
    await client.PUT('/portals/{portal}', {
      params: { path: { portal: portal.id }, header: ifMatch(portal.version) },
      body: change(draftOf(portal)),
    });
    await queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).startsWith('/portal') });
    await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
    notifications.show({ message: t('portal.changed') });
    done();
  };
}
