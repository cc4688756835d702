import { Button, Tabs } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Column, ListView, SearchField } from '@/ui/ListView';
import { Page } from '@/ui/Page';
import { usePortal, useRights } from '@/ui/server/session';
import { TabRow } from '@/ui/TabRow';
import { Announcements } from './Announcements';
import { CallSettingsForm } from './CallSettingsForm';
import type { Destination } from './DestinationField';
import { DiversionList } from './DiversionList';
import { type Kind, KINDS, type Thing } from './kinds';
import { LimitNotes } from './LimitNotes';
import { TrunkState } from './TrunkState';
import { useDepartmentChoices, useInternalNumbers, useThings } from './things';

/** Everything that is set up for calls, a tab for each kind. */
export function TelephonePage() {
  const { t } = useTranslation('extensions');
  const may = useRights();
  const navigate = useNavigate();
  const { tab } = useSearch({ from: '/inside/shell/telephone' });
  const kinds = KINDS.filter(({ right }) => may(right));
  const tabs = [...kinds.map(({ name }) => name), ...(may('CONFIGURE_CALL_HANDLING') ? ['diversions', 'announcements', 'settings'] : [])];
  const shown = tab && tabs.includes(tab) ? tab : tabs[0]!;
  const kind = kinds.find(({ name }) => name === shown);
  return (
    <Page title={t('title')} about={t('about')} actions={kind ? <NewButton kind={kind.name} /> : undefined} wide>
      {may('CONFIGURE_CALL_HANDLING') ? <LimitNotes /> : null}
      <Tabs
        value={shown}
        keepMounted={false}
        onChange={(value) => void navigate({ to: '.', search: (value === tabs[0] || !value ? {} : { tab: value }) as never, replace: true })}
      >
        <TabRow chosen={shown}>
          {tabs.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`tab.${name}`)}
            </Tabs.Tab>
          ))}
        </TabRow>
        {kind ? (
          <Tabs.Panel value={shown}>
            <ThingList key={shown} kind={kind} />
          </Tabs.Panel>
        ) : null}
        <Tabs.Panel value="diversions">
          <DiversionList />
        </Tabs.Panel>
        <Tabs.Panel value="announcements">
          <Announcements />
        </Tabs.Panel>
        <Tabs.Panel value="settings">
          <CallSettingsForm />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

function NewButton({ kind }: { kind: string }) {
  const { t } = useTranslation('extensions');
  return (
    <Button leftSection={<IconPlus size={18} />} renderRoot={(props) => <Link to="/telephone/$kind/$id" params={{ kind, id: 'new' }} {...props} />}>
      {t(`new.${kind}`)}
    </Button>
  );
}

function ThingList({ kind }: { kind: Kind }) {
  const { t } = useTranslation('extensions');
  const portal = usePortal().id;
  const navigate = useNavigate();
  const { text = '' } = useSearch({ from: '/inside/shell/telephone' });
  const list = useThings(portal, kind.name, text);
  const departments = useDepartmentChoices(portal);
  const numbers = useInternalNumbers(portal);
  const fields = new Set(kind.fields.map(({ name }) => name));
  const to = (destination: unknown) => {
    const { kind: where, value } = destination as Destination;
    return numbers.find((one) => one.destination.value === value && value !== '')?.label ?? (value || t(`to.${where}`));
  };
  const columns: Column<Thing>[] = [
    ...(fields.has('number') ? [{ key: 'number', title: t('field.number'), width: 150, heading: true, render: ({ number }: Thing) => number ?? '' }] : []),
    { key: 'name', title: t('field.name'), heading: !fields.has('number'), share: 45, render: ({ name }) => name },
    ...(fields.has('host') ? [{ key: 'host', title: t('field.host'), share: 35, render: (thing: Thing) => String(thing['host']) }] : []),
    ...(kind.name === 'trunks' ? [{ key: 'state', title: t('state'), width: 210, render: (thing: Thing) => <TrunkState portal={portal} trunk={thing} /> }] : []),
    ...(fields.has('prefixes') ? [{ key: 'prefixes', title: t('field.prefixes'), share: 35, render: (thing: Thing) => (thing['prefixes'] as string[]).join(', ') || '–' }] : []),
    ...(fields.has('destination') ? [{ key: 'destination', title: t('field.destination'), share: 35, render: (thing: Thing) => to(thing['destination']) }] : []),
    { key: 'department', title: t('field.department'), width: 200, roomy: true, render: (thing) => departments.find(({ value }) => value === thing['department'])?.label ?? '' },
  ];
  return (
    <ListView
      list={list}
      columns={columns}
      id={({ id }) => id}
      label={t(`tab.${kind.name}`)}
      open={({ id }) => void navigate({ to: '/telephone/$kind/$id', params: { kind: kind.name, id } })}
      filters={
        <SearchField
          label={t('search')}
          value={text}
          onChange={(typed) => void navigate({ to: '.', search: ((before: object) => ({ ...before, text: typed || undefined })) as never, replace: true })}
        />
      }
      filtered={text !== ''}
      empty={{ title: t(`empty.${kind.name}`), text: t(`empty.${kind.name}.text`), action: <NewButton kind={kind.name} /> }}
    />
  );
}
