import { Group, Stack, Text } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { components } from '@/api/schema';
import { type Column, ListView, SearchField } from '@/ui/ListView';
import { api } from '@/ui/server/client';
import { usePortal } from '@/ui/server/session';
import { StateBadge } from '@/ui/StateBadge';
import { byCursor, usePages } from '@/ui/usePages';
import { useInternalNumbers } from './things';

type Status = components['schemas']['ExtensionStatus'];
type Diversion = Status['diversions'][number];

/** Which diversions of each extension hold now, for who looks after them. */
export function DiversionList() {
  const { t } = useTranslation('extensions');
  const portal = usePortal().id;
  const navigate = useNavigate();
  const { text = '' } = useSearch({ from: '/inside/shell/telephone' });
  const numbers = useInternalNumbers(portal);
  const list = usePages<Status>(
    api.useInfiniteQuery('get', '/portals/{portal}/extension-status', { params: { path: { portal }, query: { limit: 50, ...(text ? { text } : {}) } } }, byCursor),
  );
  const to = ({ kind, value }: NonNullable<Diversion['to']>) => {
    const name = numbers.find(({ destination }) => destination.value === value && value !== '')?.label ?? (value || t(`to.${kind}`));
    return kind === 'VOICEMAIL' ? t('to.VOICEMAIL', { name }) : name;
  };
  const word = ({ diversion, on, to: where, timeGroup }: Diversion) => {
    const what = t(`diverts.${diversion}`, { to: where ? to(where) : '' });
    const timed = timeGroup ? t('diverts.timed', { what, name: timeGroup }) : what;
    return on ? timed : t('diverts.off', { what: timed });
  };
  const columns: Column<Status>[] = [
    { key: 'number', title: t('field.number'), width: 110, heading: true, render: ({ number }) => number },
    { key: 'name', title: t('field.name'), share: 30, render: ({ name }) => name },
    {
      key: 'diversions',
      title: t('tab.diversions'),
      share: 70,
      render: ({ diversions }) =>
        diversions.length === 0 ? (
          t('diverts.none')
        ) : (
          <Group gap={6}>
            {diversions.map((one) => (
              <StateBadge key={one.diversion} signal={one.on ? 'live' : 'quiet'}>
                {word(one)}
              </StateBadge>
            ))}
          </Group>
        ),
    },
    { key: 'ringSeconds', title: t('field.ringSeconds'), width: 170, roomy: true, carded: true, render: ({ ringSeconds }) => ringSeconds },
  ];
  return (
    <Stack>
      <Text c="dimmed">{t('diverts.about')}</Text>
      <ListView
        list={list}
        columns={columns}
        id={({ extension }) => extension}
        label={t('tab.diversions')}
        open={({ extension }) => void navigate({ to: '/telephone/$kind/$id', params: { kind: 'extensions', id: extension } })}
        filters={
          <SearchField
            label={t('search')}
            value={text}
            onChange={(typed) => void navigate({ to: '.', search: ((before: object) => ({ ...before, text: typed || undefined })) as never, replace: true })}
          />
        }
        filtered={text !== ''}
        empty={{ title: t('empty.extensions'), text: t('empty.extensions.text') }}
      />
    </Stack>
  );
}
