import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from './problemText';
import { api } from './server/client';
import { asProblem } from './server/problem';
import { useSession } from './server/session';
import type { MeetingDraft } from './server/types';

/** Starts a meeting and goes into its room. */
export function useStartMeeting(): { start: (title?: string, more?: Partial<MeetingDraft>) => void; starting: boolean } {
  const { t } = useTranslation(['ui', 'problems']);
  const { portal, person } = useSession();
  const navigate = useNavigate();
  // A second click comes before the button knows of the first.
  const begun = useRef(false);
  const create = api.useMutation('post', '/portals/{portal}/meetings', {
    onSuccess: (meeting) => void navigate({ to: '/meetings/$id', params: { id: meeting.id } }),
    onError: (error) => {
      begun.current = false;
      notifications.show({ color: 'red', message: problemText(t, asProblem(error)) });
    },
  });
  return {
    start: (title, more) => {
      if (begun.current) {
        return;
      }
      begun.current = true;
      create.mutate({
        params: { path: { portal: portal.id } },
        body: { title: title?.trim() || t('meeting.of', { name: person?.name }), ...more },
      });
    },
    starting: create.isPending,
  };
}
