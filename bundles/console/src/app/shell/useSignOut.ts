import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { problemText } from '@/ui/problemText';
import { client } from '@/ui/server/client';
import { asProblem } from '@/ui/server/problem';

/** Ends this session, or every one of the person. */
export function useSignOut() {
  const queries = useQueryClient();
  const { t } = useTranslation('problems');
  return async (what: '/session' | '/sessions') => {
    try {
      await client.DELETE(what);
      queries.clear();
      // A fresh page: nothing of this person stays in memory.
      location.assign('/sign-in');
    } catch (error) {
      notifications.show({ color: 'red', message: problemText(t, asProblem(error)) });
    }
  };
}
