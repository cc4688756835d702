import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '@/ui/Page';
import { usePortal, useRights } from '@/ui/server/session';
import { Empty } from '@/ui/States';
import { NewPersonButton, PeopleFileButtons, PeopleList } from './PeopleList';
import { PolicyButton } from './signin/PolicyButton';

export function PeoplePage() {
  const { t } = useTranslation('identity');
  const portal = usePortal();
  const may = useRights();
  const filters = useSearch({ from: '/inside/shell/people' });
  const navigate = useNavigate();
  const open = (id: string) => void navigate({ to: '/people/$id', params: { id } });
  if (!may('MANAGE_PEOPLE')) {
    return (
      <Page wide title={t('people.title')}>
        <Empty title={t('people.beyond')} text={t('people.beyond.text')} />
      </Page>
    );
  }
  return (
    <Page
      wide
      title={t('people.title')}
      about={t('people.about')}
      actions={
        <>
          <PeopleFileButtons portal={portal.id} filters={filters} />
          {may('MANAGE_PORTAL') ? <PolicyButton /> : null}
          <NewPersonButton open={open} />
        </>
      }
    >
      <PeopleList
        portal={portal.id}
        filters={filters}
        setFilters={(search) => void navigate({ to: '/people', search, replace: true })}
        open={open}
        address={(id) => `/people/${id}`}
      />
    </Page>
  );
}
