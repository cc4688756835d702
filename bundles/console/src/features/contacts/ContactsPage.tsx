import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconDownload, IconUpload, IconUserPlus } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '@/ui/Page';
import { usePortal, useRights } from '@/ui/server/session';
import { type ContactFilter, ContactList } from './ContactList';

export function ContactsPage() {
  const { t } = useTranslation('contacts');
  const portal = usePortal();
  const search = useSearch({ from: '/inside/shell/contacts' });
  const may = useRights();
  const navigate = useNavigate();
  const open = (id: string) => void navigate({ to: '/contacts/$id', params: { id } });
  const show = (change: ContactFilter) => {
    const next = { ...search, ...change };
    void navigate({
      to: '/contacts',
      search: {
        ...(next.text ? { text: next.text } : {}),
        ...(next.group ? { group: next.group } : {}),
        ...(next.visibility ? { visibility: next.visibility } : {}),
      },
      replace: true,
    });
  };
  const add = (
    <Button leftSection={<IconUserPlus size={18} />} onClick={() => open('new')}>
      {t('new')}
    </Button>
  );
  return (
    <Page
      title={t('title')}
      about={t('about')}
      {...(may('HOST_MEETINGS') && !portal.root ? { back: { to: '/meetings', label: t('meetings') } } : {})}
      actions={
        <>
          <Files portal={portal.id} filter={search} load={() => void navigate({ to: '/contacts/import' })} />
          {add}
        </>
      }
    >
      <ContactList portal={portal.id} filter={search} show={show} open={open} add={add} />
    </Page>
  );
}

/** What goes in and out as files; an export is of what the list shows. */
function Files({ portal, filter, load }: { portal: string; filter: ContactFilter; load: () => void }) {
  const { t } = useTranslation('contacts');
  const asked = new URLSearchParams(Object.entries(filter).filter(([, value]) => value) as [string, string][]);
  const file = (name: string) => `/api/v1/portals/${portal}/contact-exports/${name}?${asked}`;
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
          {t('files')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconUpload size={18} stroke={1.6} />} onClick={load}>
          {t('import')}
        </Menu.Item>
        <Menu.Item component="a" href={file('contacts.csv')} download leftSection={<IconDownload size={18} stroke={1.6} />}>
          {t('export.csv')}
        </Menu.Item>
        <Menu.Item component="a" href={file('contacts.vcf')} download leftSection={<IconDownload size={18} stroke={1.6} />}>
          {t('export.vcf')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
