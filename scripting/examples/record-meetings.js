// Records meetings whose title ends with "(recorded)": everybody is asked, as when a host begins. "/off" in the chat ends it.
import { events } from 'patchbay/events';
import { meetings } from 'patchbay/meetings';

const off = new Set();

events.on('meeting.participant.joined', async event => {
    const { meeting, title } = event.data;
    if (!title.endsWith('(recorded)') || off.has(meeting)) return;
    try {
        await meetings.startRecording(meeting);
        await meetings.post(meeting, 'This meeting is recorded. Write "/off" to end that.');
    } catch (e) {
        if (/** @type {PatchbayError} */ (e).code !== 'recording.going-on') throw e;
    }
});

events.on('meeting.chat.posted', async event => {
    const { meeting, text, participant } = event.data;
    if (!participant || text !== '/off') return;
    off.add(meeting);
    await meetings.stopRecording(meeting);
});

events.on('meeting.ended', event => {
    off.delete(event.data.meeting);
});
