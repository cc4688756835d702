import { Button, Popover, Stack, TextInput } from '@mantine/core';
import { IconVideo } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/ui/server/session';

/** Starts a meeting; a title is a courtesy, not a duty. */
export function StartForm({ start, starting }: { start: (title?: string) => void; starting: boolean }) {
  const { t } = useTranslation('meetings');
  const { person } = useSession();
  const [title, setTitle] = useState('');
  return (
    <Popover width={320} position="bottom-end" shadow="md" trapFocus withRoles>
      <Popover.Target>
        <Button leftSection={<IconVideo size={18} />}>{t('start')}</Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('start')}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            start(title);
          }}
        >
          <Stack>
            <TextInput
              label={t('title.one')}
              placeholder={t('ui:meeting.of', { name: person?.name })}
              value={title}
              maxLength={100}
              onChange={(event) => setTitle(event.currentTarget.value)}
              data-autofocus
            />
            <Button type="submit" loading={starting}>
              {t('start.now')}
            </Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
