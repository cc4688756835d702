// Raises an alarm when a meeting is still going on after this many minutes.
import { events } from 'patchbay/events';
import { kv } from 'patchbay/kv';

const minutes = Number((await kv.get('long-meeting/minutes')) ?? 90);
/** @type {Map<string, number>} */
const alarms = new Map();

events.on('meeting.started', event => {
    const { meeting, title } = event.data;
    const left = Date.parse(event.time) + minutes * 60_000 - Date.now();
    alarms.set(meeting, setTimeout(() => console.warn(`"${title}" has gone on for ${minutes} minutes`), left));
});

events.on('meeting.ended', event => {
    clearTimeout(alarms.get(event.data.meeting));
    alarms.delete(event.data.meeting);
});
