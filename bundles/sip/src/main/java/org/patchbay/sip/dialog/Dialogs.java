package org.patchbay.sip.dialog;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.patchbay.sip.message.HeaderName;
import org.patchbay.sip.message.NameAddr;
import org.patchbay.sip.message.SipMessage;
import org.patchbay.sip.message.SipRequest;

/** All dialogs. Thread-safe. */
public final class Dialogs {

    private final Map<DialogId, DialogUser> users = new ConcurrentHashMap<>();

    public void put(DialogId id, DialogUser user) {
        users.put(id, user);
    }

    public void remove(DialogId id, DialogUser user) {
        users.remove(id, user);
    }

    /** How many there are. */
    public int size() {
        return users.size();
    }

    /** The dialog that a request belongs to. */
    public Optional<DialogUser> of(SipRequest request) {
        return Optional.ofNullable(users.get(new DialogId(request.callId(), request.toTag(), request.fromTag())));
    }

    /** The dialog that a Replaces header names (RFC 3891, section 3): its tags are those of whoever wrote it down. */
    public Optional<DialogUser> replaced(String header) {
        return NameAddr.parse("<sip:x@x>;" + header.substring(header.indexOf(';') + 1))
                .map(NameAddr::params)
                .flatMap(params -> {
                    String call = header.substring(0, Math.max(0, header.indexOf(';')))
                            .strip();
                    return Optional.ofNullable(
                            users.get(new DialogId(call, params.text("to-tag"), params.text("from-tag"))));
                });
    }

    /** Whether a message asks for this extension. */
    static boolean requires(SipMessage message, String option) {
        return message.headers().lists(HeaderName.REQUIRE, option);
    }
}
