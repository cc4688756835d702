/** What a new script begins with. */
export const TEMPLATE = `import { events, crm, log } from 'patchbay';

// Writes every meeting into the CRM as soon as it has ended.
events.on('meeting.participant.joined', async (event) => {
  log.info(\`\${event.data.name} joined\`);
});
`;
