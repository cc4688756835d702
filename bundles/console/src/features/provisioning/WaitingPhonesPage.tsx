import { useTranslation } from 'react-i18next';
import { Page } from '@/ui/Page';
import { usePortal } from '@/ui/server/session';
import { WaitingPhones } from './WaitingPhones';

/** The phones of the whole server that nobody added, for root. */
export function WaitingPhonesPage() {
  const { t } = useTranslation('provisioning');
  return (
    <Page title={t('waiting')} about={t('waiting.about')} wide>
      <WaitingPhones portal={usePortal().id} />
    </Page>
  );
}
