import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '@/ui/ProblemNote';
import { client } from '@/ui/server/client';
import type { Recording } from '@/ui/server/types';
import { useServerForm } from '@/ui/useServerForm';

interface RenameProps {
  portal: string;
  recording: Recording;
  opened: boolean;
  close: () => void;
  done: () => void;
}

/** Gives a recording another title. */
export function Rename({ portal, recording, opened, close, done }: RenameProps) {
  const { t } = useTranslation('recordings');
  const { form, problem, saving, formRef, submit } = useServerForm({ initialValues: { title: recording.title } });
  const save = submit(async (values) => {
    await client.PUT('/portals/{portal}/recordings/{id}', { params: { path: { portal, id: recording.id } }, body: values });
    done();
    close();
  });
  return (
    <Modal opened={opened} onClose={close} title={t('rename')} withCloseButton={false}>
      <form ref={formRef} onSubmit={save} noValidate>
        <Stack>
          <TextInput label={t('name')} data-autofocus maxLength={200} {...form.getInputProps('title')} />
          <ProblemNote problem={problem} />
          <Group justify="flex-end">
            <Button type="submit" loading={saving}>
              {t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
