import { Tabs } from '@mantine/core';
import { IconAdjustments, IconCertificate, IconPalette, IconSettings, IconVideo } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { HelpLinks } from '@/ui/HelpLinks';
import type { Portal } from '@/ui/server/types';
import { BrandingForm } from './BrandingForm';
import { CertificateTab } from './CertificateTab';
import { DefaultsForm } from './DefaultsForm';
import { DeletePortal } from './DeletePortal';
import { LimitsForm } from './LimitsForm';
import { PortalForm } from './PortalForm';

const TABS = [
  { name: 'general', icon: IconSettings },
  { name: 'limits', icon: IconAdjustments },
  { name: 'branding', icon: IconPalette },
  { name: 'meetings', icon: IconVideo },
  { name: 'certificate', icon: IconCertificate },
];

interface PortalTabsProps {
  portal: Portal;
  /** Root changes everything; the portal's own administrators what concerns it alone. */
  root: boolean;
  tab: string;
  show: (tab: string) => void;
  done: () => void;
  /** Tabs of others that come before these. */
  first?: { tabs: ReactNode; panels: ReactNode };
}

/** Everything that can be set of a portal, one question a tab. */
export function PortalTabs({ portal, root, tab, show, done, first }: PortalTabsProps) {
  const { t } = useTranslation('tenancy');
  return (
    <Tabs value={tab} onChange={(value) => value && show(value)} keepMounted={false}>
      <Tabs.List mb="lg">
        {first?.tabs}
        {TABS.map(({ name, icon: Icon }) => (
          <Tabs.Tab key={name} value={name} leftSection={<Icon size={18} stroke={1.6} />}>
            {t(`tab.${name}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {first?.panels}
      <Tabs.Panel value="general">
        <PortalForm key={portal.version} portal={portal} root={root} done={done} />
        {root ? <DeletePortal portal={portal} /> : null}
      </Tabs.Panel>
      <Tabs.Panel value="limits">
        <LimitsForm key={portal.version} portal={portal} root={root} done={done} />
      </Tabs.Panel>
      <Tabs.Panel value="branding">
        <BrandingForm key={portal.version} portal={portal} done={done} />
      </Tabs.Panel>
      <Tabs.Panel value="meetings">
        <DefaultsForm key={portal.version} portal={portal} done={done} />
      </Tabs.Panel>
      <Tabs.Panel value="certificate">
        <CertificateTab portal={portal.id} root={root} />
      </Tabs.Panel>
      <HelpLinks topic={`portal.${tab}`} />
    </Tabs>
  );
}
