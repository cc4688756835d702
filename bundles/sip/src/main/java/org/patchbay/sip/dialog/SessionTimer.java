package org.patchbay.sip.dialog;

import java.util.Optional;
import org.patchbay.sip.message.HeaderName;
import org.patchbay.sip.message.Headers;
import org.patchbay.sip.message.NameAddr;
import org.patchbay.sip.message.Params;
import org.patchbay.sip.message.SipMessage;
import org.patchbay.sip.message.SipRequest;
import org.patchbay.sip.message.SipResponse;
import org.patchbay.sip.message.Tokens;
import org.patchbay.sip.transaction.Lane;
import org.patchbay.sip.transaction.Timer;

/** Notices that the far end has vanished, by refreshes (RFC 4028). Of one lane. */
final class SessionTimer {

    /** The shortest interval that is taken, in seconds. */
    static final int LEAST = 90;

    private static final int USUAL = 1800;
    private static final int MOST = 86_400;
    private static final int EARLY = 32;

    private final Lane lane;
    private final Runnable refresh;
    private final Runnable expired;
    private Timer timer = Timer.NONE;

    SessionTimer(Lane lane, Runnable refresh, Runnable expired) {
        this.lane = lane;
        this.refresh = refresh;
        this.expired = expired;
    }

    /** What an INVITE of this side asks for. */
    static void ask(Headers headers, long least) {
        headers.add(HeaderName.SESSION_EXPIRES, String.valueOf(Math.max(USUAL, least)));
        headers.add(HeaderName.MIN_SE, String.valueOf(Math.max(LEAST, least)));
    }

    /** Whether a request asks for less than is taken. */
    static boolean isTooBrief(SipRequest request) {
        return interval(request).filter(seconds -> seconds < LEAST).isPresent();
    }

    /** The refusal of such a request. */
    static SipResponse tooBrief(SipRequest request, String tag) {
        SipResponse answer = request.answer(422, "Session Interval Too Small", tag);
        answer.headers().add(HeaderName.MIN_SE, String.valueOf(LEAST));
        return answer;
    }

    private static Optional<Long> interval(SipMessage message) {
        String value = message.headers().text(HeaderName.SESSION_EXPIRES);
        int semicolon = value.indexOf(';');
        return Tokens.number((semicolon < 0 ? value : value.substring(0, semicolon)).strip())
                .map(seconds -> Math.min(seconds, MOST));
    }

    private static String refresher(SipMessage message) {
        String value = message.headers().text(HeaderName.SESSION_EXPIRES);
        int semicolon = value.indexOf(';');
        Params params = semicolon < 0
                ? Params.NONE
                : NameAddr.parse("<sip:x@x>" + value.substring(semicolon))
                        .map(NameAddr::params)
                        .orElse(Params.NONE);
        return params.text("refresher");
    }

    /** Begins anew by what a request asked for and this side is about to answer. */
    void answering(SipRequest request, SipResponse ok) {
        Optional<Long> seconds = interval(request);
        if (seconds.isEmpty()) {
            return;
        }
        boolean able = request.headers().lists(HeaderName.SUPPORTED, "timer");
        boolean weRefresh = !able || refresher(request).equals("uas");
        ok.headers().add(HeaderName.SESSION_EXPIRES, seconds.get() + ";refresher=" + (weRefresh ? "uas" : "uac"));
        if (able) {
            ok.headers().add(HeaderName.REQUIRE, "timer");
        }
        begin(seconds.get(), weRefresh);
    }

    /** Begins anew by what the far end answered. */
    void answered(SipResponse ok) {
        interval(ok).ifPresent(seconds -> begin(seconds, !refresher(ok).equals("uas")));
    }

    private void begin(long seconds, boolean weRefresh) {
        timer.cancel();
        long after = weRefresh ? seconds / 2 : seconds - Math.min(EARLY, seconds / 3);
        timer = lane.after(after * 1000, weRefresh ? refresh : expired);
    }

    void stop() {
        timer.cancel();
    }
}
