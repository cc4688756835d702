import { useTranslation } from 'react-i18next';
import { Page } from '@/ui/Page';
import { client } from '@/ui/server/client';
import { usePortal } from '@/ui/server/session';
import { SoftphoneCode } from './SoftphoneCode';

/** After signing in, by whatever means: hands the softphone over. */
export function PhoneLoginPage() {
  const { t } = useTranslation('provisioning');
  const portal = usePortal().id;
  return (
    <Page title={t('softphone')}>
      <SoftphoneCode untitled make={async () => (await client.POST('/portals/{portal}/own-softphone', { params: { path: { portal } } })).data} />
    </Page>
  );
}
