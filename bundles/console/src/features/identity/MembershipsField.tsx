import { ActionIcon, Badge, Button, Group, Select, Stack, Text, Tooltip } from '@mantine/core';
import { IconPlus, IconStar, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Membership } from '@/ui/server/types';
import { MainHours } from './departments/MainHours';
import { freePlaces, givableIn, isFixed } from './memberships';
import { useDepartments, useDepartmentsKnown } from './useDepartments';
import { useGrants, useRoleName } from './useRoles';

interface MembershipsFieldProps {
  portal: string;
  value: Membership[];
  /** What the person holds already: who may not give it may not take it either. */
  held: Membership[];
  onChange: (value: Membership[]) => void;
  disabled?: boolean;
  error?: ReactNode;
}

/**
 * Which role in which department. The first department is the main one, whose office hours apply; that is a question
 * only when there are several.
 */
export function MembershipsField({ portal, value, held, onChange, disabled = false, error }: MembershipsFieldProps) {
  const { t } = useTranslation('identity');
  const departments = useDepartments(portal);
  const { grants, known: granted } = useGrants(portal);
  // A field that opens before it is known what may be chosen would change, and move, under the hand.
  const known = useDepartmentsKnown(portal) && granted;
  const single = departments.length <= 1 && value.length <= 1;
  const free = freePlaces(grants, value);
  const main = value[0]?.department;
  const several = new Set(value.map(({ department }) => department)).size > 1;
  const set = (index: number, part: Partial<Membership>) =>
    onChange(value.map((one, i) => (i === index ? { ...one, ...part } : one)));
  return (
    <Stack gap="md">
      {value.map((one, index) => (
        <Row
          key={`${index}-${one.department}`}
          portal={portal}
          one={one}
          single={single}
          main={several && index === 0}
          roles={givableIn(grants, one.department)}
          places={[one.department, ...free]}
          fixed={disabled || !known || isFixed(grants, held, one)}
          quiet={disabled || !known}
          set={(part) => set(index, part)}
          makeMain={
            several && one.department !== main && !disabled
              ? () => onChange([...value.filter((other) => other.department === one.department), ...value.filter((other) => other.department !== one.department)])
              : undefined
          }
          leave={value.length > 1 ? () => onChange(value.filter((_, i) => i !== index)) : undefined}
        />
      ))}
      {error ? (
        <Text size="xs" c="red" role="alert">
          {error}
        </Text>
      ) : null}
      {several && main ? <MainHours portal={portal} department={main} /> : null}
      {free.length > 0 && !disabled ? (
        <Group>
          <Button
            variant="subtle"
            size="xs"
            leftSection={<IconPlus size={16} />}
            onClick={() => onChange([...value, { department: free[0]!, role: 'user' }])}
          >
            {t('person.department.add')}
          </Button>
        </Group>
      ) : null}
    </Stack>
  );
}

interface RowProps {
  portal: string;
  one: Membership;
  single: boolean;
  main: boolean;
  roles: string[];
  places: string[];
  fixed: boolean;
  /** Why it is fixed is said elsewhere. */
  quiet: boolean;
  set: (part: Partial<Membership>) => void;
  makeMain: (() => void) | undefined;
  leave: (() => void) | undefined;
}

function Row({ portal, one, single, main, roles, places, fixed, quiet, set, makeMain, leave }: RowProps) {
  const { t } = useTranslation('identity');
  const departments = useDepartments(portal);
  const roleName = useRoleName(portal);
  const nameOf = (id: string) => departments.find((known) => known.id === id)?.name ?? t('person.department.other');
  const offered = fixed || !roles.includes(one.role) ? [one.role, ...(fixed ? [] : roles)] : roles;
  const about = t(`role.${one.role}.about`, { defaultValue: '' });
  return (
    <div>
      <Group align="flex-end" wrap="nowrap" gap="xs">
        {single ? null : (
          <Select
            label={t('person.department')}
            data={places.map((id) => ({ value: id, label: nameOf(id) }))}
            value={one.department}
            allowDeselect={false}
            disabled={fixed}
            onChange={(department) => department && set({ department })}
            flex={1}
          />
        )}
        <Select
          label={t('person.role')}
          withAsterisk
          data={offered.map((role) => ({ value: role, label: roleName(role) }))}
          value={one.role}
          allowDeselect={false}
          disabled={fixed}
          onChange={(role) => role && set({ role })}
          flex={1}
        />
        {main ? (
          <Badge variant="light" leftSection={<IconStar size={12} aria-hidden />} mb={8}>
            {t('person.department.main')}
          </Badge>
        ) : null}
        {makeMain ? (
          <Tooltip label={t('person.department.makeMain')}>
            <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('person.department.makeMain.of', { name: nameOf(one.department) })} onClick={makeMain}>
              <IconStar size={18} />
            </ActionIcon>
          </Tooltip>
        ) : null}
        {leave && !fixed ? (
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('person.department.leave.of', { name: nameOf(one.department) })}
            onClick={leave}
          >
            <IconTrash size={18} />
          </ActionIcon>
        ) : null}
      </Group>
      <Text size="xs" c="dimmed" mt={4}>
        {[about, fixed && !quiet ? t('person.role.fixed') : ''].filter(Boolean).join('. ')}
      </Text>
    </div>
  );
}
