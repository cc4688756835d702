package org.patchbay.calls.call;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.patchbay.api.PortalId;
import org.patchbay.api.calls.CallResult;
import org.patchbay.api.extensions.Extension;

/** Calls that a device wanted from outside of a call, and who hears once what became of each. Thread-safe. */
final class Referrals {

    private static final int TALK = 200;

    private final Map<Call, IntConsumer> told = new ConcurrentHashMap<>();

    /** Calls from the phones of a device's extension, if these are meant and one is there; the status to answer. */
    static int asked(Hub hub, PortalId portal, String account, String phone, Consumer<Extension> calls) {
        Optional<Extension> own = hub.book()
                .extensions()
                .ofDevice(portal, account)
                .filter(one -> phone.isEmpty() || phone.equals(one.number()));
        if (own.isEmpty()) {
            return 403;
        }
        if (!hub.facts().reachable(portal, own.get().id())) {
            return 480;
        }
        calls.accept(own.get());
        return 202;
    }

    /** From its beginning. */
    void expect(Call call, IntConsumer listener) {
        told.put(call, listener);
    }

    /** Something about it is otherwise than before. */
    void changed(Call call) {
        if (!told.isEmpty() && call.live().answered().isPresent()) {
            tell(call, TALK);
        }
    }

    /** It is over; what was answered was told before. */
    void over(Call call) {
        if (!told.isEmpty()) {
            tell(call, status(call.dossier().result().orElse(CallResult.ANSWERED)));
        }
    }

    private void tell(Call call, int status) {
        IntConsumer listener = told.remove(call);
        if (listener != null) {
            listener.accept(status);
        }
    }

    boolean isEmpty() {
        return told.isEmpty();
    }

    /** What is told of how a call ended (RFC 3261, section 21). */
    static int status(CallResult result) {
        return switch (result) {
            case ANSWERED -> TALK;
            case BUSY -> 486;
            case MISSED -> 480;
            case REFUSED -> 603;
            case GIVEN_UP -> 487;
            default -> 503;
        };
    }
}
