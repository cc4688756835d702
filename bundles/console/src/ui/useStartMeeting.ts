import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
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
  const create = api.useMutation('post', '/portals/{portal}/meetings', {
    onSuccess: (meeting) => void navigate({ to: '/meetings/$id', params: { id: meeting.id } }),
    onError: (error) => notifications.show({ color: 'red', message: problemText(t, asProblem(error)) }),
  });
  return {
    start: (title, more) =>
      create.mutate({
        params: { path: { portal: portal.id } },
        body: { title: title?.trim() || t('meeting.of', { name: person?.name }), ...more },
      }),
    starting: create.isPending,
  };
}
