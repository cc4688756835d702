import {
  Alert,
  Badge,
  Button,
  type CSSVariablesResolver,
  createTheme,
  Drawer,
  Input,
  type MantineColorsTuple,
  Modal,
  Notification,
  Paper,
  Tooltip,
} from '@mantine/core';
import { shades } from './colour';

const gray: MantineColorsTuple = [
  '#f5f5f3',
  '#eeeeec',
  '#e2e3e2',
  '#cfd2d5',
  '#a7adb5',
  '#808994',
  '#5c6672',
  '#454e5a',
  '#2b333d',
  '#12161c',
];

const dark: MantineColorsTuple = [
  '#e9ebee',
  '#c9ced4',
  '#a5adb7',
  '#828c98',
  '#3d4651',
  '#2e353e',
  '#232a32',
  '#1c2229',
  '#12161c',
  '#0c0f13',
];

const signal = (hex: string) => shades(hex) as unknown as MantineColorsTuple;

export const DEFAULT_ACCENT = '#2f6fed';

/** The `header` element of a dialog would otherwise count as a second banner of the page. */
const TITLE_BAR = { header: { role: 'presentation' } };

/** `close` is what the buttons are called that close what lies above the page. */
export function themeFor(accent: string, close: string) {
  const closeButtonProps = { 'aria-label': close };
  return createTheme({
    colors: {
      gray,
      dark,
      accent: signal(accent),
      green: signal('#1f9d61'),
      yellow: signal('#c98a0b'),
      red: signal('#d6303c'),
    },
    primaryColor: 'accent',
    primaryShade: 8,
    black: '#12161c',
    white: '#ffffff',
    fontFamily: "'Inter Variable', system-ui, sans-serif",
    fontFamilyMonospace: "'JetBrains Mono Variable', ui-monospace, monospace",
    fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
    lineHeights: { xs: '1.5', sm: '1.5', md: '1.5', lg: '1.5', xl: '1.5' },
    spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
    defaultRadius: 'md',
    radius: { sm: '4px', md: '8px', lg: '12px', xl: '999px' },
    shadows: { md: '0 1px 2px rgb(18 22 28 / 6%), 0 8px 24px rgb(18 22 28 / 8%)' },
    headings: {
      fontWeight: '620',
      sizes: {
        h1: { fontSize: '1.75rem', lineHeight: '1.25' },
        h2: { fontSize: '1.25rem', lineHeight: '1.35' },
        h3: { fontSize: '1rem', lineHeight: '1.5' },
      },
    },
    respectReducedMotion: true,
    cursorType: 'pointer',
    components: {
      Alert: Alert.extend({ defaultProps: { closeButtonLabel: close } }),
      Badge: Badge.extend({ defaultProps: { variant: 'light', radius: 'xl', tt: 'none', fw: 550 } }),
      Button: Button.extend({ defaultProps: { fw: 550 } }),
      Drawer: Drawer.extend({
        defaultProps: { position: 'right', overlayProps: { backgroundOpacity: 0.35 }, attributes: TITLE_BAR, closeButtonProps },
        styles: { header: { backgroundColor: 'var(--pb-surface)' } },
      }),
      InputWrapper: Input.Wrapper.extend({
        defaultProps: { inputWrapperOrder: ['label', 'input', 'error', 'description'] },
        styles: { label: { marginBottom: 4 } },
      }),
      Modal: Modal.extend({
        defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.35 }, attributes: TITLE_BAR, closeButtonProps },
        styles: { header: { backgroundColor: 'var(--pb-surface)' } },
      }),
      Notification: Notification.extend({ defaultProps: { closeButtonProps } }),
      Paper: Paper.extend({
        defaultProps: { withBorder: true },
        styles: { root: { backgroundColor: 'var(--pb-surface)', borderColor: 'var(--pb-line)' } },
      }),
      Tooltip: Tooltip.extend({ defaultProps: { openDelay: 350, withArrow: false } }),
    },
  });
}

/** Text tones that Mantine's own variables would leave below 4.5:1. */
export const cssVariables: CSSVariablesResolver = (theme) => ({
  variables: {
    '--pb-accent': theme.colors.accent![6],
  },
  light: {
    '--mantine-color-body': '#fbfbfa',
    '--mantine-color-text': '#12161c',
    '--mantine-color-dimmed': gray[6],
    '--mantine-color-placeholder': '#6a737f',
    '--mantine-color-error': theme.colors.red![8],
    '--mantine-color-anchor': theme.colors.accent![8],
    '--mantine-color-default-border': gray[3],
    '--pb-surface': '#ffffff',
    '--pb-rail': '#f3f3f1',
    '--pb-line': gray[2],
    '--pb-hover': gray[1],
    '--pb-socket': gray[4],
    '--pb-live': theme.colors.green![8],
    '--pb-ringing': theme.colors.yellow![8],
    '--pb-failed': theme.colors.red![8],
    '--pb-accent-text': theme.colors.accent![8],
    '--pb-accent-tint': theme.colors.accent![0],
  },
  dark: {
    '--mantine-color-body': '#12161c',
    '--mantine-color-text': '#e9ebee',
    '--mantine-color-dimmed': dark[2],
    '--mantine-color-placeholder': '#939ca7',
    '--mantine-color-error': theme.colors.red![4],
    '--mantine-color-anchor': theme.colors.accent![4],
    '--mantine-color-default': '#1c2229',
    '--mantine-color-default-border': '#3d4651',
    '--pb-surface': '#1c2229',
    '--pb-rail': '#0e1216',
    '--pb-line': '#2b323a',
    '--pb-hover': '#232a32',
    '--pb-socket': '#5a6470',
    '--pb-live': theme.colors.green![4],
    '--pb-ringing': theme.colors.yellow![4],
    '--pb-failed': theme.colors.red![4],
    '--pb-accent-text': theme.colors.accent![4],
    '--pb-accent-tint': '#1d2838',
  },
});
