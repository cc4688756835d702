import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { givableIn } from './memberships';
import { useDepartments } from './useDepartments';
import { useGrants, useRoleName } from './useRoles';

/** Where people go, and as what. */
export interface Place {
  department?: string;
  role?: string;
}

type PlaceAction = 'ADD_TO_DEPARTMENT' | 'SET_ROLE';

interface PlaceDialogProps {
  portal: string;
  action: PlaceAction | undefined;
  count: number;
  department: string | undefined;
  close: () => void;
  act: (action: PlaceAction, place: Place) => void;
}

/** Asks for a department and a role for many people; only what one may give is offered. */
export function PlaceDialog({ action, close, count, ...rest }: PlaceDialogProps) {
  const { t } = useTranslation(['identity', 'ui']);
  return (
    <Modal
      opened={action !== undefined}
      onClose={close}
      title={action ? t(`bulk.${action}.title`, { count }) : ''}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      {action ? <Choice action={action} close={close} {...rest} /> : null}
    </Modal>
  );
}

function Choice({ portal, action, department, close, act }: Omit<PlaceDialogProps, 'action' | 'count'> & { action: PlaceAction }) {
  const { t } = useTranslation(['identity', 'ui']);
  const departments = useDepartments(portal);
  const roleName = useRoleName(portal);
  const { grants } = useGrants(portal);
  const places = departments.filter(({ id }) => givableIn(grants, id).length > 0);
  const [chosen, setChosen] = useState(department ?? (action === 'SET_ROLE' ? '' : undefined));
  const [role, setRole] = useState('user');
  const where = chosen ?? places[0]?.id ?? portal;
  // Without a department each has the role in the main one, so any role that is given anywhere may do.
  const roles = where ? givableIn(grants, where) : [...new Set(grants.departments.flatMap((one) => one.roles))];
  const given = roles.includes(role) ? role : 'user';
  const data = places.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Stack>
      <Text c="dimmed" size="sm">
        {t(`bulk.${action}.about`)}
      </Text>
      {places.length > 1 ? (
        <Select
          label={t('person.department')}
          data={action === 'SET_ROLE' ? [{ value: 'main', label: t('bulk.main') }, ...data] : data}
          value={where || 'main'}
          allowDeselect={false}
          onChange={(id) => setChosen(!id || id === 'main' ? '' : id)}
        />
      ) : null}
      <Select
        label={t('person.role')}
        description={t(`role.${given}.about`, { defaultValue: '' })}
        data={roles.map((name) => ({ value: name, label: roleName(name) }))}
        value={given}
        allowDeselect={false}
        onChange={(name) => name && setRole(name)}
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {t('ui:cancel')}
        </Button>
        <Button onClick={() => act(action, { role: given, ...(where ? { department: where } : {}) })}>{t(`bulk.${action}`)}</Button>
      </Group>
    </Stack>
  );
}
