import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ConfirmName } from '@/ui/ConfirmName';
import { client } from '@/ui/server/client';
import type { Person } from '@/ui/server/types';

interface DeletePersonProps {
  portal: string;
  person: Person;
  opened: boolean;
  close: () => void;
  gone: () => void;
}

/** Asks for the name of who is to be deleted. */
export function DeletePerson({ portal, person, opened, close, gone }: DeletePersonProps) {
  const { t } = useTranslation('identity');
  const queries = useQueryClient();
  return (
    <ConfirmName
      opened={opened}
      close={close}
      title={t('person.delete.title', { name: person.name })}
      consequences={t('person.delete.text')}
      name={person.name}
      action={t('person.delete')}
      act={async () => {
        await client.DELETE('/portals/{portal}/people/{id}', { params: { path: { portal, id: person.id } } });
        gone();
        await queries.invalidateQueries({ queryKey: ['get', '/portals/{portal}/people'] });
      }}
    />
  );
}
