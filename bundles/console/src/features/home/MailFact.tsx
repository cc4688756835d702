import { useTranslation } from 'react-i18next';
import { api } from '@/ui/server/client';
import { useRights } from '@/ui/server/session';
import { Fact } from './Fact';

/** Whether mails go out. */
export function MailFact({ portal }: { portal: string }) {
  const { t } = useTranslation('home');
  const may = useRights();
  const mails = api.useQuery(
    'get',
    '/portals/{portal}/mail-figures',
    { params: { path: { portal } } },
    { enabled: may('SEE_MAIL') },
  );
  if (!mails.data) {
    return null;
  }
  const { kept, queued, failed, bounced } = mails.data;
  const lost = failed + bounced;
  return (
    <Fact
      title={t('dash.mail')}
      to="/mail"
      alert={lost > 0}
      detail={[
        kept > 0 ? t('dash.mail.kept', { count: kept }) : '',
        queued > 0 ? t('dash.mail.queued', { count: queued }) : '',
      ]
        .filter(Boolean)
        .join(', ')}
    >
      {lost > 0 ? t('dash.mail.lost', { count: lost }) : t('dash.mail.well')}
    </Fact>
  );
}
