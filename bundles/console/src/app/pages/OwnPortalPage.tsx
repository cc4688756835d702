import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { KeepForm } from '@/features/scheduling/KeepForm';
import { PortalTabs } from '@/features/tenancy/PortalTabs';
import { Page } from '@/ui/Page';
import { api } from '@/ui/server/client';
import { useRights, useSession } from '@/ui/server/session';
import { Failed, Loading } from '@/ui/States';
import { portalTabs } from './portalTabs';

/** The portal as those see it who look after it. */
export function OwnPortalPage() {
  const { t } = useTranslation(['tenancy', 'identity', 'mail', 'mediaservers', 'blueprint', 'scheduling']);
  const may = useRights();
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
          meetings={<KeepForm portal={query.data.id} />}
          after={portalTabs(t, may, query.data, () => void navigate({ to: '/people' }))}
        />
      ) : query.error ? (
        <Failed error={query.error} retry={() => void query.refetch()} />
      ) : (
        <Loading />
      )}
    </Page>
  );
}
