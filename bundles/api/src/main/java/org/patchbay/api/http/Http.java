package org.patchbay.api.http;

import java.io.IOException;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.patchbay.api.PortalId;

/**
 * Outbound HTTP. Private, loopback, link-local and metadata addresses are refused after DNS resolution and on each
 * redirect unless root allows them. Blocks; never called on an I/O thread. Thread-safe.
 */
@ProviderType
public interface Http {

    /**
     * Sends on behalf of a slice or plugin.
     *
     * @throws org.patchbay.api.PatchbayException FORBIDDEN with the refused address, UNAVAILABLE when nothing answers in
     *     time, TOO_LARGE for a reply over the limit
     */
    HttpReply send(PortalId portal, HttpCall call);

    /** The same, to these hosts only: names, or {@code *.example.com}. For scripts. */
    HttpReply send(PortalId portal, HttpCall call, Set<String> allowedHosts);

    /**
     * Sends what may be of any size on behalf of the server itself, and follows no redirect.
     *
     * @throws IOException when nothing answers in time, or the connection breaks
     * @throws org.patchbay.api.PatchbayException FORBIDDEN with the refused address
     */
    default <T> T transfer(HttpTransfer transfer, HttpTransfer.Taker<T> taker) throws IOException {
        throw new IOException("Nothing of this size is sent here");
    }
}
