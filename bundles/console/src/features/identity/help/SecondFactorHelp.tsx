import { HelpArticle } from './HelpArticle';

const SECTIONS = ['setUp', 'each', 'recovery', 'passkey', 'lost', 'wrong'];

/** How a second factor is set up and used. */
export function SecondFactorHelp() {
  return <HelpArticle namespace="help" sections={SECTIONS} steps={{ setUp: 4, lost: 3, wrong: 3 }} />;
}
