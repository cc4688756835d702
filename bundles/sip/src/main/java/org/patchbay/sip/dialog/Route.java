package org.patchbay.sip.dialog;

import java.util.List;
import java.util.Optional;
import org.patchbay.sip.auth.Credentials;
import org.patchbay.sip.transport.Flow;

/**
 * How an outgoing call gets there. Immutable.
 *
 * @param uri the Request-URI
 * @param domain the host in From and To
 * @param path proxies on the way, the first first
 * @param flows the ways to try, the best first
 */
public record Route(
        String uri,
        String called,
        String domain,
        List<String> path,
        List<Flow> flows,
        Optional<Credentials> credentials) {}
