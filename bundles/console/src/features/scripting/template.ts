/** What a new script begins with. */
export const TEMPLATE = `import { events } from 'patchbay/events';
import { log } from 'patchbay/log';

// Runs as soon as it is saved. Try it: join a meeting and watch the log.
events.on('meeting.participant.joined', (event) => {
  log.info(\`\${event.data.name} joined \${event.data.title}\`);
});
`;
