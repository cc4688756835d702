import { Tabs } from '@mantine/core';
import { IconAdjustments, IconCertificate, IconDatabaseExport, type IconProps, IconPalette, IconSettings, IconVideo } from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { HelpLinks } from '@/ui/HelpLinks';
import type { Portal } from '@/ui/server/types';
import { TabRow } from '@/ui/TabRow';
import { BrandingForm } from './BrandingForm';
import { CertificateTab } from './CertificateTab';
import { DataTab } from './DataTab';
import { DefaultsForm } from './DefaultsForm';
import { DeletePortal } from './DeletePortal';
import { LimitsForm } from './LimitsForm';
import { PortalForm } from './PortalForm';

/** A tab of the page. */
export interface PortalTab {
  name: string;
  label: string;
  icon: ComponentType<IconProps>;
  panel: ReactNode;
}

interface PortalTabsProps {
  portal: Portal;
  /** Root changes everything; the portal's own administrators what concerns it alone. */
  root: boolean;
  tab: string;
  show: (tab: string) => void;
  done: () => void;
  /** Tabs of other parts, before these and after. */
  before?: PortalTab[];
  after?: PortalTab[];
  /** What other parts say of meetings, below their defaults. */
  meetings?: ReactNode;
}

/** Everything that can be set of a portal, one question a tab. */
export function PortalTabs({ portal, root, tab, show, done, before = [], after = [], meetings }: PortalTabsProps) {
  const { t } = useTranslation('tenancy');
  const form = { portal, done };
  const own: PortalTab[] = [
    {
      name: 'general',
      label: t('tab.general'),
      icon: IconSettings,
      panel: (
        <>
          <PortalForm key={portal.version} root={root} {...form} />
          {root ? <DeletePortal portal={portal} /> : null}
        </>
      ),
    },
    {
      name: 'limits',
      label: t('tab.limits'),
      icon: IconAdjustments,
      panel: <LimitsForm key={portal.version} root={root} {...form} />,
    },
    { name: 'branding', label: t('tab.branding'), icon: IconPalette, panel: <BrandingForm key={portal.version} {...form} /> },
    {
      name: 'meetings',
      label: t('tab.meetings'),
      icon: IconVideo,
      panel: (
        <>
          <DefaultsForm key={portal.version} {...form} />
          {meetings}
        </>
      ),
    },
    {
      name: 'certificate',
      label: t('tab.certificate'),
      icon: IconCertificate,
      panel: <CertificateTab portal={portal.id} root={root} />,
    },
  ];
  const data: PortalTab = {
    name: 'data',
    label: t('tab.data'),
    icon: IconDatabaseExport,
    panel: <DataTab portal={portal.id} />,
  };
  const all = [...before, ...own, ...after, data];
  const shown = all.some(({ name }) => name === tab) ? tab : all[0]!.name;
  return (
    <Tabs value={shown} onChange={(value) => value && show(value)} keepMounted={false}>
      <TabRow chosen={shown}>
        {all.map(({ name, label, icon: Icon }) => (
          <Tabs.Tab key={name} value={name} leftSection={<Icon size={18} stroke={1.6} />}>
            {label}
          </Tabs.Tab>
        ))}
      </TabRow>
      {all.map(({ name, panel }) => (
        <Tabs.Panel key={name} value={name}>
          {panel}
        </Tabs.Panel>
      ))}
      <HelpLinks topic={`portal.${shown}`} />
    </Tabs>
  );
}
