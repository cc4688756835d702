import { Group, Select, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useInternalNumbers } from './things';

export interface Destination {
  kind: string;
  value: string;
}

interface DestinationFieldProps {
  portal: string;
  label: string;
  value: Destination | undefined;
  onChange: (value: Destination | undefined) => void;
  error?: ReactNode;
  /** What stands there when it may be empty and is. */
  none?: string;
  withAsterisk?: boolean;
}

const GROUPS = ['EXTENSION', 'RING_GROUP', 'QUEUE', 'MENU', 'CONFERENCE'];

/** Where a call goes: something of the portal, a number outside, or nowhere. */
export function DestinationField({ portal, label, value, onChange, error, none, withAsterisk = false }: DestinationFieldProps) {
  const { t } = useTranslation('extensions');
  const numbers = useInternalNumbers(portal);
  const options = [
    ...GROUPS.map((kind) => ({
      group: t(`group.${kind}`),
      items: numbers.filter(({ destination }) => destination.kind === kind).map(({ destination, label: text }) => ({ value: `${kind}:${destination.value}`, label: text })),
    })),
    {
      group: t('group.VOICEMAIL'),
      items: numbers
        .filter(({ destination }) => destination.kind === 'EXTENSION')
        .map(({ destination, label: text }) => ({ value: `VOICEMAIL:${destination.value}`, label: t('to.VOICEMAIL', { name: text }) })),
    },
    { group: t('group.other'), items: ['HANG_UP', 'MEETING', 'OUTSIDE'].map((kind) => ({ value: `${kind}:`, label: t(`to.${kind}`) })) },
  ].filter(({ items }) => items.length > 0);
  const outside = value?.kind === 'OUTSIDE';
  return (
    <Group align="flex-start" gap="sm" wrap="wrap">
      <Select
        label={label}
        withAsterisk={withAsterisk}
        data={options}
        searchable
        flex="1 1 220px"
        clearable={none !== undefined}
        allowDeselect={false}
        clearButtonProps={{ 'aria-label': t('clear') }}
        placeholder={none ?? t('to.choose')}
        value={value?.kind ? `${value.kind}:${outside ? '' : value.value}` : null}
        error={outside ? undefined : error}
        onChange={(chosen) => {
          const [kind = '', id = ''] = chosen?.split(':') ?? [];
          onChange(chosen ? { kind, value: id } : undefined);
        }}
      />
      {outside ? (
        <TextInput
          label={t('to.number')}
          placeholder="+493012345"
          flex="1 1 160px"
          maxLength={40}
          inputMode="tel"
          value={value.value}
          error={error}
          onChange={(event) => onChange({ kind: 'OUTSIDE', value: event.currentTarget.value })}
        />
      ) : null}
    </Group>
  );
}
