import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '@/ui/problemText';
import { client } from '@/ui/server/client';
import { asProblem } from '@/ui/server/problem';
import type { Contact, ContactDraft } from '@/ui/server/types';
import { isOfContacts } from './isOfContacts';

/** Deletes at once, and offers to take it back. */
export function DeleteContact({ portal, contact, gone }: { portal: string; contact: Contact; gone: () => void }) {
  const { t } = useTranslation(['contacts', 'problems']);
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const path = { path: { portal } };

  const attempt = async (act: () => Promise<unknown>) => {
    try {
      await act();
      await queries.invalidateQueries({ predicate: isOfContacts, refetchType: 'active' });
    } catch (error) {
      notifications.show({ color: 'red', message: problemText(t, asProblem(error)) });
    }
  };

  const takeBack = (note: string) =>
    attempt(async () => {
      notifications.hide(note);
      await client.POST('/portals/{portal}/contacts', { params: path, body: draftOf(contact) });
      notifications.show({ message: t('deleted.undone', { name: contact.name }) });
    });

  const remove = async () => {
    setBusy(true);
    await attempt(async () => {
      await client.DELETE('/portals/{portal}/contacts/{id}', { params: { path: { portal, id: contact.id } } });
      gone();
      const note = `deleted-${contact.id}`;
      notifications.show({
        id: note,
        autoClose: 15_000,
        message: (
          <Group justify="space-between" wrap="nowrap">
            {t('deleted', { name: contact.name })}
            <Button size="compact-sm" variant="subtle" onClick={() => void takeBack(note)}>
              {t('deleted.undo')}
            </Button>
          </Group>
        ),
      });
    });
    setBusy(false);
  };

  return (
    <Button variant="default" leftSection={<IconTrash size={18} />} loading={busy} onClick={() => void remove()}>
      {t('delete')}
    </Button>
  );
}

function draftOf(contact: Contact): ContactDraft {
  const { visibility, name, company, email, phone, mobile, extension, language, notes, groups } = contact;
  return {
    visibility,
    name,
    groups,
    ...(company ? { company } : {}),
    ...(email ? { email } : {}),
    ...(phone ? { phone } : {}),
    ...(mobile ? { mobile } : {}),
    ...(extension ? { extension } : {}),
    ...(language ? { language } : {}),
    ...(notes ? { notes } : {}),
  };
}
