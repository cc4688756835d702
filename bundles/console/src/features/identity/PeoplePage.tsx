import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '@/ui/Page';
import { usePortal } from '@/ui/server/session';
import { NewPersonButton, PeopleList } from './PeopleList';

export function PeoplePage() {
  const { t } = useTranslation('identity');
  const portal = usePortal();
  const { text } = useSearch({ from: '/inside/shell/people' });
  const navigate = useNavigate();
  const open = (id: string) => void navigate({ to: '/people/$id', params: { id } });
  return (
    <Page title={t('people.title')} about={t('people.about')} actions={<NewPersonButton open={open} />}>
      <PeopleList
        portal={portal.id}
        text={text ?? ''}
        search={(wanted) => void navigate({ to: '/people', search: wanted ? { text: wanted } : {}, replace: true })}
        open={open}
      />
    </Page>
  );
}
