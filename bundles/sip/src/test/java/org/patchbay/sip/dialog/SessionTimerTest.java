package org.patchbay.sip.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.sip.message.HeaderName;
import org.patchbay.sip.message.Headers;
import org.patchbay.sip.message.SipRequest;
import org.patchbay.sip.message.SipResponse;
import org.patchbay.sip.transaction.Lane;
import org.patchbay.testing.Patience;

/** Who does not refresh a session has vanished (RFC 4028, section 10). */
class SessionTimerTest {

    private final Lane lane = new Lane("session", 10);
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final SessionTimer timer = new SessionTimer(lane, () -> told.add("refresh"), () -> told.add("expired"));

    @AfterEach
    void close() {
        lane.close();
    }

    private String answer(String expires) throws InterruptedException {
        var headers = new Headers();
        headers.add(HeaderName.SESSION_EXPIRES, expires);
        headers.add(HeaderName.SUPPORTED, "timer");
        var request = new SipRequest("INVITE", "sip:101@one.example", headers);
        SipResponse ok = request.answer(200, "OK", "tag");
        lane.execute(() -> {
            timer.answering(request, ok);
            told.add("begun");
        });
        assertThat(told.poll(Patience.SECONDS, TimeUnit.SECONDS)).isEqualTo("begun");
        return ok.headers().text(HeaderName.SESSION_EXPIRES);
    }

    @Test
    void aFarEndThatShouldRefreshAndDoesNotIsGivenUp() throws Exception {
        assertThat(answer("3;refresher=uac")).isEqualTo("3;refresher=uac");
        assertThat(told.poll(30, TimeUnit.SECONDS)).isEqualTo("expired");
    }

    @Test
    void thisSideRefreshesAtHalfOfTheTime() throws Exception {
        assertThat(answer("2;refresher=uas")).isEqualTo("2;refresher=uas");
        assertThat(told.poll(30, TimeUnit.SECONDS)).isEqualTo("refresh");
    }

    @Test
    void aRefreshBeginsTheTimeAnew() throws Exception {
        answer("2;refresher=uac");
        answer("600;refresher=uac");
        answer("2;refresher=uas");
        assertThat(told.poll(30, TimeUnit.SECONDS)).as("what is left of three").isEqualTo("refresh");
        lane.execute(timer::stop);
    }
}
