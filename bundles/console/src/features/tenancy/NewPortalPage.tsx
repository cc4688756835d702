import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '@/ui/Page';
import { NewPortalForm } from './NewPortalForm';

export function NewPortalPage() {
  const { t } = useTranslation('tenancy');
  const navigate = useNavigate();
  return (
    <Page title={t('portals.new')} about={t('portal.new.about')} back={{ to: '/portals', label: t('portals.title') }}>
      <NewPortalForm
        done={(portal, directory) =>
          void (directory
            ? navigate({ to: '/portals/$portal/plugins/$name', params: { portal: portal.id, name: directory } })
            : navigate({ to: '/portals/$portal', params: { portal: portal.id } }))
        }
      />
    </Page>
  );
}
