package org.patchbay.sip.registrar;

import java.time.Instant;
import java.util.List;
import org.patchbay.api.PortalId;
import org.patchbay.api.signalling.Registration;
import org.patchbay.sip.transport.Flow;

/**
 * One place where an account can be reached (RFC 3261, section 10.3; RFC 5626). Immutable.
 *
 * @param id names it as long as it is there, also over refreshes
 * @param contact the address that the device gave
 * @param instance what names the device ({@code +sip.instance} and {@code reg-id}); empty when it does not say
 * @param path proxies on the way (RFC 3327)
 * @param q 0 to 1000
 * @param flow where its requests came from, behind its NAT
 */
public record Binding(
        String id,
        PortalId portal,
        String account,
        String user,
        String domain,
        String contact,
        String instance,
        List<String> path,
        int q,
        String callId,
        long cseq,
        String userAgent,
        Instant expires,
        Flow flow) {

    /** As others see it. */
    public Registration toRegistration() {
        String host = flow.remote().getAddress().getHostAddress();
        String place = (host.indexOf(':') >= 0 ? '[' + host + ']' : host)
                + ':'
                + flow.remote().getPort();
        return new Registration(id, account, place, userAgent, flow.transport().name(), expires);
    }
}
