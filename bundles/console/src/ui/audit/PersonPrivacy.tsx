import { ActionIcon, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDots, IconDownload, IconEraser } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ConfirmName } from '@/ui/ConfirmName';
import { client } from '@/ui/server/client';
import { useSession } from '@/ui/server/session';

interface PersonPrivacyProps {
  portal: string;
  person: { id: string; name: string };
  gone: () => void;
}

/** Takes a person's data away as a file, or erases the person for ever. */
export function PersonPrivacy({ portal, person, gone }: PersonPrivacyProps) {
  const { t } = useTranslation('audit');
  const queries = useQueryClient();
  const self = useSession().person?.id === person.id;
  const [erasing, { open, close }] = useDisclosure();
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size="input-sm" aria-label={t('more')} title={t('more')}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            component="a"
            href={`/api/v1/portals/${encodeURIComponent(portal)}/people/${encodeURIComponent(person.id)}/data`}
            download
            leftSection={<IconDownload size={18} />}
          >
            {t('data.download')}
          </Menu.Item>
          {self ? null : (
            <Menu.Item color="red" leftSection={<IconEraser size={18} />} onClick={open}>
              {t('erase')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <ConfirmName
        opened={erasing}
        close={close}
        title={t('erase.title', { name: person.name })}
        consequences={t('erase.text')}
        name={person.name}
        action={t('erase')}
        act={async () => {
          await client.POST('/portals/{portal}/people/{id}/erasure', { params: { path: { portal, id: person.id } } });
          gone();
          await queries.invalidateQueries({ queryKey: ['get', '/portals/{portal}/people'] });
        }}
      />
    </>
  );
}
