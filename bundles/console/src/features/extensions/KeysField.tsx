import { ActionIcon, Button, Group, Select, Stack, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Destination, DestinationField } from './DestinationField';

const KEYS = [...'1234567890*#'];

interface KeysFieldProps {
  portal: string;
  value: Record<string, Destination>;
  onChange: (value: Record<string, Destination>) => void;
  error?: ReactNode;
}

/** Where each key of a menu leads. */
export function KeysField({ portal, value, onChange, error }: KeysFieldProps) {
  const { t } = useTranslation('extensions');
  const used = KEYS.filter((key) => key in value);
  const free = KEYS.filter((key) => !(key in value));
  const without = (key: string) => Object.fromEntries(Object.entries(value).filter(([one]) => one !== key));
  return (
    <Stack gap="sm">
      <Text fw={600}>{t('field.keys')}</Text>
      {error ? (
        <Text c="red" size="sm" role="alert">
          {error}
        </Text>
      ) : null}
      {used.map((key) => (
        <Group key={key} align="flex-end" gap="sm" wrap="nowrap">
          <Select
            label={t('key')}
            w={76}
            data={[key, ...free]}
            value={key}
            allowDeselect={false}
            onChange={(other) => other && other !== key && onChange({ ...without(key), [other]: value[key]! })}
          />
          <div style={{ flex: 1, minWidth: 0 }}>
            <DestinationField portal={portal} label={t('field.destination')} value={value[key]} onChange={(to) => to && onChange({ ...value, [key]: to })} />
          </div>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('key.remove', { key })} onClick={() => onChange(without(key))}>
            <IconTrash size={18} />
          </ActionIcon>
        </Group>
      ))}
      {free[0] ? (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={16} />}
          style={{ alignSelf: 'flex-start' }}
          onClick={() => onChange({ ...value, [free[0]!]: { kind: '', value: '' } })}
        >
          {t('key.add')}
        </Button>
      ) : null}
    </Stack>
  );
}
