import { Anchor, List, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Logo } from '@/ui/Logo';
import { logoAddress } from '@/ui/portalLogo';
import { SupportContact } from '@/ui/SupportContact';
import { sessionQuery } from '@/ui/server/session';
import classes from './HelpArticle.module.css';

interface HelpArticleProps {
  /** The strings: title, about, and a title, a text and steps for each section. */
  namespace: string;
  sections: readonly string[];
  /** How many steps a section has. */
  steps: Record<string, number>;
}

/** A page that explains something; for those who are signing in, too, so it asks for no session. */
export function HelpArticle({ namespace, sections, steps }: HelpArticleProps) {
  const { t } = useTranslation(namespace);
  const { data: session } = useQuery(sessionQuery);
  const portal = session?.portal;
  useEffect(() => {
    document.title = `${t('title')} · Patchbay`;
  }, [t]);
  return (
    <div className={classes.page}>
      <a href="#help" className="skip-link">
        {t('app:skip')}
      </a>
      <header>
        <Anchor href="/" underline="never" c="inherit" aria-label={t('help:home')}>
          <Logo size={32} name={portal && !portal.root ? portal.name : 'Patchbay'} picture={portal && logoAddress(portal)} />
        </Anchor>
      </header>
      <main id="help" tabIndex={-1}>
        <Title order={1} mt="xl" mb="xs">
          {t('title')}
        </Title>
        <Text c="dimmed" mb="xl">
          {t('about')}
        </Text>
        <Stack gap="xl">
          {sections.map((section) => (
            <section key={section}>
              <Title order={2} mb="xs">
                {t(`${section}.title`)}
              </Title>
              <Text>{t(`${section}.text`)}</Text>
              {steps[section] ? (
                <List type="ordered" mt="sm" spacing="xs">
                  {Array.from({ length: steps[section] }, (_, step) => (
                    <List.Item key={step}>{t(`${section}.${step + 1}`)}</List.Item>
                  ))}
                </List>
              ) : null}
            </section>
          ))}
        </Stack>
        {portal?.support ? <SupportContact contact={portal.support} /> : null}
      </main>
    </div>
  );
}
