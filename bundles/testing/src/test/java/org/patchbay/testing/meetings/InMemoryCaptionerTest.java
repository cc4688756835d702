package org.patchbay.testing.meetings;

import org.patchbay.spi.meetings.Caption;
import org.patchbay.spi.meetings.Captioner;

class InMemoryCaptionerTest implements CaptionerContract {

    private final InMemoryCaptioner captioner = new InMemoryCaptioner();

    @Override
    public Captioner captioner() {
        return captioner;
    }

    @Override
    public void say(String meeting, String text) {
        captioner.say(ACME, meeting, new Caption(ANN, text, true));
    }
}
