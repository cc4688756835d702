import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '@/ui/Page';
import { usePortal } from '@/ui/server/session';
import { PeopleImport } from './import/PeopleImport';

export function ImportPage() {
  const { t } = useTranslation('identity');
  const portal = usePortal();
  const navigate = useNavigate();
  return (
    <Page title={t('import.title')} about={t('import.about')} back={{ to: '/people', label: t('people.title') }}>
      <PeopleImport portal={portal.id} done={() => void navigate({ to: '/people' })} />
    </Page>
  );
}
