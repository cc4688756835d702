import { ActionIcon, Button, Group, Select, Stack, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/ui/server/client';
import type { Membership } from '@/ui/server/types';
import { useDepartments } from './useDepartments';

interface MembershipsFieldProps {
  portal: string;
  value: Membership[];
  onChange: (value: Membership[]) => void;
  disabled?: boolean;
  error?: ReactNode;
}

/** Which role in which department; with one department alone, just the role. */
export function MembershipsField({ portal, value, onChange, disabled = false, error }: MembershipsFieldProps) {
  const { t } = useTranslation('identity');
  const roles = api.useQuery('get', '/portals/{portal}/roles', { params: { path: { portal } } });
  const departments = useDepartments(portal);
  const single = departments.length <= 1 && value.length <= 1;
  const offered = (roles.data ?? [])
    .filter(({ everywhere }) => !everywhere)
    .map(({ name }) => ({ value: name, label: t(`role.${name}`, { defaultValue: name }) }));
  const set = (index: number, part: Partial<Membership>) =>
    onChange(value.map((held, i) => (i === index ? { ...held, ...part } : held)));
  const free = departments.find(({ id }) => !value.some(({ department }) => department === id));
  const shown = value.length > 0 ? value : [{ department: portal, role: 'user' }];
  return (
    <Stack gap="xs">
      {shown.map((held, index) => (
        <Group key={held.department} align="flex-end" wrap="nowrap">
          {single ? null : (
            <Select
              label={index === 0 ? t('person.department.main') : t('person.department')}
              data={departments.map(({ id, name }) => ({ value: id, label: name }))}
              value={held.department}
              allowDeselect={false}
              disabled={disabled}
              onChange={(department) => department && set(index, { department })}
              flex={1}
            />
          )}
          <Select
            label={t('person.role')}
            description={single && offered.length > 0 ? t(`role.${held.role}.about`, { defaultValue: '' }) || undefined : undefined}
            data={offered}
            value={held.role}
            allowDeselect={false}
            disabled={disabled}
            onChange={(role) => role && set(index, { role })}
            flex={1}
          />
          {value.length > 1 ? (
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={t('person.department.leave')}
              disabled={disabled}
              onClick={() => onChange(value.filter((_, i) => i !== index))}
            >
              <IconTrash size={18} />
            </ActionIcon>
          ) : null}
        </Group>
      ))}
      {error ? (
        <Text size="xs" c="red">
          {error}
        </Text>
      ) : null}
      {free && !disabled ? (
        <Group>
          <Button
            variant="subtle"
            size="xs"
            leftSection={<IconPlus size={16} />}
            onClick={() => onChange([...value, { department: free.id, role: 'user' }])}
          >
            {t('person.department.add')}
          </Button>
        </Group>
      ) : null}
    </Stack>
  );
}
