import { IconFileCode, IconFileImport, IconMail, IconServer2 } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { BlueprintTab } from '@/features/blueprint/BlueprintTab';
import { PeopleImport } from '@/features/identity/import/PeopleImport';
import { MailPreviews } from '@/features/mail/MailPreviews';
import { MediaServerTab } from '@/features/mediaservers/MediaServerTab';
import type { PortalTab } from '@/features/tenancy/PortalTabs';
import type { Right } from '@/ui/server/session';
import type { Portal } from '@/ui/server/types';

/** What other parts have to say on a portal's page. */
export function portalTabs(
  t: TFunction,
  may: (right: Right) => boolean,
  portal: Portal,
  imported: () => void,
): PortalTab[] {
  return [
    ...(may('MANAGE_PEOPLE')
      ? [
          {
            name: 'import',
            label: t('identity:import.users'),
            icon: IconFileImport,
            panel: <PeopleImport portal={portal.id} done={imported} />,
          },
        ]
      : []),
    {
      name: 'media-server',
      label: t('mediaservers:tab'),
      icon: IconServer2,
      panel: <MediaServerTab portal={portal.id} />,
    },
    {
      name: 'mails',
      label: t('mail:previews'),
      icon: IconMail,
      panel: <MailPreviews portal={portal.id} language={portal.language} />,
    },
    {
      name: 'file',
      label: t('blueprint:tab'),
      icon: IconFileCode,
      panel: <BlueprintTab portal={portal.id} name={portal.name} />,
    },
  ];
}
