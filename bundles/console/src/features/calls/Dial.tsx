import { Button, Group, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPhone } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDial } from '@/ui/dial';
import { api } from '@/ui/server/client';
import { ProblemNote } from '@/ui/ProblemNote';

/** Calls a number: by the phone of this page at once; without one the own phones ring first. */
export function Dial({ portal }: { portal: string }) {
  const { t } = useTranslation('calls');
  const [to, setTo] = useState('');
  const dial = useDial();
  const call = api.useMutation('post', '/portals/{portal}/calls', {
    onSuccess: (_, { body }) => {
      setTo('');
      notifications.show({ message: t('called', { to: body.to }) });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (dial) {
      dial(to.trim());
      setTo('');
      return;
    }
    call.mutate({ params: { path: { portal } }, body: { to } });
  };
  return (
    <form onSubmit={submit}>
      <Group gap="sm" align="end">
        <TextInput label={t('number')} value={to} onChange={(event) => setTo(event.currentTarget.value)} inputMode="tel" maxLength={64} />
        <Button type="submit" leftSection={<IconPhone size={18} />} disabled={to.trim() === ''} loading={call.isPending}>
          {t('call')}
        </Button>
      </Group>
      <ProblemNote problem={call.error} />
    </form>
  );
}
