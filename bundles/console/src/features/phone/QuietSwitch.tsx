import { Switch } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '@/ui/problemText';
import { client, ifMatch } from '@/ui/server/client';
import { asProblem } from '@/ui/server/problem';
import { usePortal } from '@/ui/server/session';
import type { Phone } from './PhoneProvider';

/** Whether nobody is to disturb, at all phones of the extension. */
export function QuietSwitch({ phone: { extension, quiet, look } }: { phone: Phone }) {
  const { t } = useTranslation(['phone', 'problems']);
  const portal = usePortal().id;
  const [busy, setBusy] = useState(false);
  const change = async (on: boolean) => {
    setBusy(true);
    try {
      await client.PUT('/portals/{portal}/extensions/{extension}/forwards', {
        params: { path: { portal, extension: extension.id }, header: ifMatch(extension.version) },
        body: { doNotDisturb: on, forwards: extension.forwards },
      });
    } catch (error) {
      notifications.show({ color: 'red', message: problemText(t as never, asProblem(error)) });
    } finally {
      await look();
      setBusy(false);
    }
  };
  return <Switch label={t('quiet.switch')} checked={quiet} disabled={busy} onChange={(event) => void change(event.currentTarget.checked)} />;
}
