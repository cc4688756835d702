import { HelpArticle } from '../help/HelpArticle';

const SECTIONS = ['need', 'setUp', 'activeDirectory', 'others', 'who', 'silent'];

/** How people sign in with Active Directory or LDAP, for those who set it up. */
export function DirectoryHelp() {
  return <HelpArticle namespace="directory" sections={SECTIONS} steps={{ need: 4, setUp: 4, activeDirectory: 3, others: 2, who: 4 }} />;
}
