import { byNamespace } from './namespaces';

export default byNamespace(
  import.meta.glob<Record<string, string>>('../../../**/strings/es.json', { eager: true, import: 'default' }),
);
