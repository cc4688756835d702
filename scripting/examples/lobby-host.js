// Lets people in who wait and whose name is known, sends away who calls themselves "Anonymous", greets in the chat, and ends
// a meeting when somebody writes "/end" in it.
import { events } from 'patchbay/events';
import { kv } from 'patchbay/kv';
import { meetings } from 'patchbay/meetings';

events.on('meeting.participant.waiting', async event => {
    const { meeting, participant, name } = event.data;
    if (name.toLowerCase() === 'anonymous') {
        await meetings.refuse(meeting, participant);
        console.log(`${name} was sent away`);
    } else if (await kv.get(`guests/${name}`)) {
        await meetings.admit(meeting, participant);
        console.log(`${name} was let in`);
    }
});

events.on('meeting.participant.joined', async event => {
    const { meeting, participant, name, guest } = event.data;
    if (guest) {
        const full = await kv.get(`guests/${name}`);
        if (full && full !== name) await meetings.rename(meeting, participant, full);
        await meetings.post(meeting, `Welcome, ${full ?? name}`);
    }
});

events.on('meeting.chat.posted', async event => {
    const { meeting, text, participant } = event.data;
    if (participant && text === '/end') await meetings.end(meeting);
});
