// Counts how often each guest has come, and greets them in the log.
import { events } from 'patchbay/events';
import { kv } from 'patchbay/kv';

events.on('meeting.participant.joined', async event => {
    const visits = await kv.add(`visits/${event.data.name}`, 1);
    console.log(visits === 1 ? `Welcome, ${event.data.name}!` : `${event.data.name} is here for the ${visits}. time`);
});
