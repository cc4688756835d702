import { Group, Paper, Stack, Tabs } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActivityTrail } from '@/ui/audit/ActivityTrail';
import { PersonPrivacy } from '@/ui/audit/PersonPrivacy';
import { Page } from '@/ui/Page';
import { api } from '@/ui/server/client';
import { usePortal, useRights } from '@/ui/server/session';
import type { Person } from '@/ui/server/types';
import { Failed, Loading } from '@/ui/States';
import { TabRow } from '@/ui/TabRow';
import { PersonActions } from './PersonActions';
import { PersonActivity } from './PersonActivity';
import { PersonAttributes, PersonStorage } from './PersonFacts';
import { PersonForm } from './PersonForm';
import { PersonState } from './PersonState';
import { PictureField } from './picture/PictureField';
import { Explain } from './roles/Explain';
import type { Question } from './roles/question';
import { PersonSecurity } from './signin/PersonSecurity';

/** A tab of the page, filled by whoever has something to say about a person. */
export interface PersonTab {
  name: string;
  title: string;
  content: (person: Person, refresh: () => void) => ReactNode;
}

/** One person, or a new one; of the own portal, or of one that root looks after. */
export function PersonPage({ tabs = [] }: { tabs?: PersonTab[] }) {
  const params = useParams({ strict: false });
  const own = usePortal();
  const navigate = useNavigate();
  const portal = params.portal ?? own.id;
  const list = params.portal ? `/portals/${params.portal}` : '/people';
  const away = () => void navigate({ to: list });
  return params.id === 'new' ? (
    <NewPerson portal={portal} list={list} away={away} />
  ) : (
    <KnownPerson portal={portal} id={params.id!} list={list} away={away} tabs={tabs} />
  );
}

interface PersonPageProps {
  portal: string;
  list: string;
  away: () => void;
}

function NewPerson({ portal, list, away }: PersonPageProps) {
  const { t } = useTranslation('identity');
  const { administrator } = useSearch({ strict: false }) as { administrator?: string };
  return (
    <Page title={t('person.new')} about={t('person.new.about')} back={{ to: list, label: t('people.title') }}>
      <PersonForm portal={portal} administrator={administrator !== undefined} done={away} />
    </Page>
  );
}

function KnownPerson({ portal, id, list, away, tabs }: PersonPageProps & { id: string; tabs: PersonTab[] }) {
  const { t } = useTranslation(['identity', 'signin']);
  const may = useRights();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { tab = 'general' } = useSearch({ strict: false }) as { tab?: string };
  const query = api.useQuery('get', '/portals/{portal}/people/{id}', { params: { path: { portal, id } } });
  const back = { to: list, label: t('people.title') };
  if (!query.data) {
    return (
      <Page title={t('person.title')} back={back}>
        {query.error ? <Failed error={query.error} retry={() => void query.refetch()} /> : <Loading />}
      </Page>
    );
  }
  const person = query.data;
  const refresh = () => {
    void query.refetch();
    void queries.invalidateQueries({ queryKey: ['get', '/portals/{portal}/people/{id}/storage'] });
  };
  const all: PersonTab[] = [
    { name: 'general', title: t('tab.general'), content: () => <General portal={portal} person={person} refresh={refresh} /> },
    {
      name: 'security',
      title: t('signin:person.security'),
      content: () => <PersonSecurity portal={portal} person={person} changed={refresh} />,
    },
    { name: 'rights', title: t('tab.rights'), content: () => <Rights portal={portal} id={id} /> },
    { name: 'imported', title: t('tab.imported'), content: () => <PersonAttributes portal={portal} id={id} /> },
    ...tabs,
    ...(may('SEE_EVENTS')
      ? [{ name: 'activity', title: t('tab.activity'), content: () => <Activity portal={portal} id={id} /> }]
      : []),
  ];
  return (
    <Page
      title={person.name}
      state={<PersonState person={person} />}
      about={person.login}
      back={back}
      actions={
        <>
          <PersonActions portal={portal} person={person} gone={away} />
          <PersonPrivacy portal={portal} person={person} gone={away} />
        </>
      }
    >
      <Tabs
        value={all.some(({ name }) => name === tab) ? tab : 'general'}
        keepMounted={false}
        onChange={(value) =>
          void navigate({ to: '.', search: (value === 'general' || !value ? {} : { tab: value }) as never, replace: true })
        }
      >
        <TabRow chosen={all.some(({ name }) => name === tab) ? tab : 'general'}>
          {all.map(({ name, title }) => (
            <Tabs.Tab key={name} value={name}>
              {title}
            </Tabs.Tab>
          ))}
        </TabRow>
        {all.map(({ name, content }) => (
          <Tabs.Panel key={name} value={name}>
            {content(person, refresh)}
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  );
}

function General({ portal, person, refresh }: { portal: string; person: Person; refresh: () => void }) {
  return (
    <Stack>
      <Paper p="lg" maw={720}>
        <Group justify="space-between" align="flex-start">
          <PictureField portal={portal} person={person.id} name={person.name} picture={person.picture} changed={refresh} />
          <PersonStorage portal={portal} id={person.id} />
        </Group>
      </Paper>
      <PersonForm key={person.version} portal={portal} person={person} done={refresh} />
    </Stack>
  );
}

/** What the person may do, and why. */
function Rights({ portal, id }: { portal: string; id: string }) {
  const navigate = useNavigate();
  const { tab: _tab, ...question } = useSearch({ strict: false }) as Question & { tab?: string };
  return (
    <Explain
      portal={portal}
      person={id}
      question={question}
      ask={(asked) => void navigate({ to: '.', search: { tab: 'rights', ...asked } as never, replace: true })}
    />
  );
}

/** What happened with the person, and for who may see it what was changed by and about the person. */
function Activity({ portal, id }: { portal: string; id: string }) {
  const may = useRights();
  return (
    <Stack gap="xl">
      <PersonActivity portal={portal} id={id} />
      {may('SEE_AUDIT') ? <ActivityTrail portal={portal} person={id} /> : null}
    </Stack>
  );
}
