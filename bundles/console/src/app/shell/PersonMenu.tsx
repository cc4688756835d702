import { Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { IconCheck, IconLifebuoy, IconLogout, IconLogout2, IconMoon, IconSun, IconSunMoon, IconUserCircle } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Face } from '@/ui/Face';
import { contactHref } from '@/ui/SupportContact';
import { client } from '@/ui/server/client';
import { sessionQuery, useSession } from '@/ui/server/session';
import { forgetChosenLanguage, type Language, LANGUAGES, speak } from '../i18n/i18n';
import classes from './Shell.module.css';
import { useSignOut } from './useSignOut';

const THEMES = [
  { value: 'light', icon: IconSun },
  { value: 'dark', icon: IconMoon },
  { value: 'auto', icon: IconSunMoon },
] as const;

const LANGUAGE_NAMES = { en: 'English', de: 'Deutsch', es: 'Español', fr: 'Français' };

export function PersonMenu() {
  const { t, i18n } = useTranslation(['app', 'problems']);
  const { person, portal } = useSession();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const choose = useLanguageChoice();
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <UnstyledButton className={classes.me} aria-label={t('me.menu', { name: person?.name })}>
          <Face portal={portal.id} name={person?.name ?? ''} picture={person?.picture} size={32} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconUserCircle size={18} />} onClick={() => void navigate({ to: '/account' })}>
          {person?.name}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('me.theme')}</Menu.Label>
        {THEMES.map(({ value, icon: Icon }) => (
          <Menu.Item
            key={value}
            leftSection={<Icon size={18} />}
            rightSection={colorScheme === value ? <IconCheck size={16} aria-label={t('me.chosen')} /> : null}
            onClick={() => setColorScheme(value)}
            closeMenuOnClick={false}
          >
            {t(`me.theme.${value}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('me.language')}</Menu.Label>
        {LANGUAGES.map((language) => (
          <Menu.Item
            key={language}
            lang={language}
            rightSection={i18n.language === language ? <IconCheck size={16} aria-label={t('me.chosen')} /> : null}
            onClick={() => void choose(language)}
            closeMenuOnClick={false}
          >
            {LANGUAGE_NAMES[language]}
          </Menu.Item>
        ))}
        {portal.support ? (
          <>
            <Menu.Divider />
            <Menu.Label>{t('me.help')}</Menu.Label>
            <Help contact={portal.support} />
          </>
        ) : null}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={18} />} onClick={() => void signOut('/session')}>
          {t('me.signOut')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout2 size={18} />} onClick={() => void signOut('/sessions')}>
          {t('me.signOutEverywhere')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Speaks a language at once, and keeps it with the account, so that mails and other devices speak it too. */
function useLanguageChoice() {
  const queries = useQueryClient();
  const { person } = useSession();
  return async (language: Language) => {
    await speak(language, true);
    try {
      await client.PUT('/account/profile', { body: { language, ...(person?.zone ? { zone: person.zone } : {}) } });
      forgetChosenLanguage();
      await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
    } catch {
      // Kept on this device alone.
    }
  };
}

function Help({ contact }: { contact: string }) {
  const href = contactHref(contact);
  const icon = <IconLifebuoy size={18} />;
  return href ? (
    <Menu.Item component="a" href={href} leftSection={icon}>
      {contact}
    </Menu.Item>
  ) : (
    <Menu.Item leftSection={icon} closeMenuOnClick={false}>
      {contact}
    </Menu.Item>
  );
}
