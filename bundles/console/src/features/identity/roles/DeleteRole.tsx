import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ConfirmName } from '@/ui/ConfirmName';
import { client } from '@/ui/server/client';
import type { Role } from '@/ui/server/types';

/** Deletes a role that nobody has. */
export function DeleteRole({ portal, role, gone }: { portal: string; role: Role; gone: () => void }) {
  const { t } = useTranslation('roles');
  const queries = useQueryClient();
  const [opened, { open, close }] = useDisclosure();
  const title = role.title ?? role.name;
  return (
    <>
      <Button variant="default" leftSection={<IconTrash size={18} />} onClick={open}>
        {t('delete')}
      </Button>
      <ConfirmName
        opened={opened}
        close={close}
        title={t('delete.title', { name: title })}
        consequences={t('delete.text')}
        name={title}
        action={t('delete')}
        act={async () => {
          await client.DELETE('/portals/{portal}/roles/{id}', { params: { path: { portal, id: role.name } } });
          gone();
          await queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).includes('/roles') });
          notifications.show({ message: t('deleted', { name: title }) });
        }}
      />
    </>
  );
}
