import { ActionIcon, Group } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/ui/server/session';
import type { Person } from '@/ui/server/types';

interface RowActionsProps {
  person: Person;
  address: string;
  remove: () => void;
}

/** What can be done with one person of the list. */
export function RowActions({ person, address, remove }: RowActionsProps) {
  const { t } = useTranslation('identity');
  const self = useSession().person?.id === person.id;
  return (
    // Above what opens the whole card.
    <Group gap={4} wrap="nowrap" style={{ position: 'relative', zIndex: 1 }} onClick={(event) => event.stopPropagation()}>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('people.edit', { name: person.name })}
        renderRoot={(props) => <Link to={address} {...props} />}
      >
        <IconPencil size={16} />
      </ActionIcon>
      {self ? null : (
        <ActionIcon variant="subtle" color="gray" aria-label={t('people.delete', { name: person.name })} onClick={remove}>
          <IconTrash size={16} />
        </ActionIcon>
      )}
    </Group>
  );
}
