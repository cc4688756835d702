import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '@/ui/Page';
import { usePortal } from '@/ui/server/session';
import { NewPersonButton, PeopleFileButtons, PeopleList } from './PeopleList';

export function PeoplePage() {
  const { t } = useTranslation('identity');
  const portal = usePortal();
  const filters = useSearch({ from: '/inside/shell/people' });
  const navigate = useNavigate();
  const open = (id: string) => void navigate({ to: '/people/$id', params: { id } });
  return (
    <Page
      title={t('people.title')}
      about={t('people.about')}
      actions={
        <>
          <PeopleFileButtons portal={portal.id} filters={filters} />
          <NewPersonButton open={open} />
        </>
      }
    >
      <PeopleList
        portal={portal.id}
        filters={filters}
        setFilters={(search) => void navigate({ to: '/people', search, replace: true })}
        open={open}
      />
    </Page>
  );
}
