import { useTranslation } from 'react-i18next';
import { client } from './client';
import { useRights } from './session';

/** What to say of a mail that was just written: on its way, or in the outbox of a server that has no mail server. */
export function useMailNote(portal: string): (sent: string) => Promise<string> {
  const { t } = useTranslation('ui');
  const may = useRights();
  return async (sent) => {
    if (!may('SEE_MAIL')) {
      return sent;
    }
    try {
      const { data } = await client.GET('/portals/{portal}/mail-figures', { params: { path: { portal } } });
      return data?.delivering === false ? t('mail.kept') : sent;
    } catch {
      // The mail is written, whatever this look says.
      return sent;
    }
  };
}
