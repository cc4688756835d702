// Tells another system of every meeting. Its host must be among the portal's allowed hosts.
import { events } from 'patchbay/events';
import { http } from 'patchbay/http';

const url = 'https://hooks.example.com/patchbay';

events.on('meeting.*', async event => {
    const reply = await http.post(url, { type: event.type, subject: event.subject, data: event.data });
    if (reply.status >= 300) throw new Error(`${url} answered ${reply.status}`);
});
