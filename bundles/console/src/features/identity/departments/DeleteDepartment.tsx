import { Button, Select } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmName } from '@/ui/ConfirmName';
import { client } from '@/ui/server/client';
import type { DepartmentOverview } from '@/ui/server/types';
import { useDepartmentsChanged, useOverview } from './useOverview';

interface DeleteDepartmentProps {
  portal: string;
  department: DepartmentOverview;
  gone: () => void;
}

/** Deletes a department; whoever is in it goes to another one. */
export function DeleteDepartment({ portal, department, gone }: DeleteDepartmentProps) {
  const { t } = useTranslation('departments');
  const changed = useDepartmentsChanged();
  const [opened, { open, close }] = useDisclosure();
  const others = (useOverview(portal).data?.items ?? []).filter(({ id }) => id !== department.id);
  const [to, setTo] = useState<string>(portal);
  const people = department.people;
  return (
    <>
      <Button variant="default" leftSection={<IconTrash size={18} />} onClick={open}>
        {t('delete')}
      </Button>
      <ConfirmName
        opened={opened}
        close={close}
        title={t('delete.title', { name: department.name })}
        consequences={people > 0 ? t('delete.people', { count: people }) : t('delete.text')}
        name={department.name}
        action={t('delete')}
        act={async () => {
          await client.DELETE('/portals/{portal}/departments/{id}', {
            params: { path: { portal, id: department.id }, query: people > 0 ? { to } : {} },
          });
          gone();
          await changed();
          notifications.show({ message: t('deleted', { name: department.name }) });
        }}
      >
        {people > 0 ? (
          <Select
            label={t('delete.to')}
            description={t('delete.to.help')}
            data={others.map(({ id, name }) => ({ value: id, label: name }))}
            value={to}
            allowDeselect={false}
            onChange={(value) => value && setTo(value)}
          />
        ) : null}
      </ConfirmName>
    </>
  );
}
