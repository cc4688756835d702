import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '@/ui/Page';
import { api } from '@/ui/server/client';
import { useSession } from '@/ui/server/session';
import { Failed, Loading } from '@/ui/States';
import { PortalTabs } from './PortalTabs';

/** The portal as those see it who look after it. */
export function OwnPortalPage() {
  const { t } = useTranslation('tenancy');
  const session = useSession();
  const { tab = 'general' } = useSearch({ from: '/inside/shell/portal' });
  const navigate = useNavigate();
  const query = api.useQuery('get', '/portals/{portal}', { params: { path: { portal: session.portal.id } } });
  return (
    <Page title={t('portal.own')} about={t('portal.own.about')}>
      {query.data ? (
        <PortalTabs
          portal={query.data}
          root={false}
          tab={tab}
          show={(wanted) => void navigate({ to: '/portal', search: { tab: wanted }, replace: true })}
          done={() => void query.refetch()}
        />
      ) : query.error ? (
        <Failed error={query.error} retry={() => void query.refetch()} />
      ) : (
        <Loading />
      )}
    </Page>
  );
}
