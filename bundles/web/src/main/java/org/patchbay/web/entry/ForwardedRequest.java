package org.patchbay.web.entry;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.NullUnmarked;

/** A request that one of our proxies passed on, as the client sent it. */
@NullUnmarked // the wrapper's contract
final class ForwardedRequest extends HttpServletRequestWrapper {

    private final ProxyTrust.Client client;

    ForwardedRequest(HttpServletRequest request, ProxyTrust.Client client) {
        super(request);
        this.client = client;
    }

    @Override
    public String getScheme() {
        return client.origin().scheme();
    }

    @Override
    public boolean isSecure() {
        return client.origin().secure();
    }

    @Override
    public String getServerName() {
        return client.origin().host();
    }

    @Override
    public int getServerPort() {
        var port = client.origin().port();
        return port >= 0 ? port : isSecure() ? 443 : 80;
    }

    @Override
    public String getRemoteAddr() {
        return client.address();
    }

    @Override
    public StringBuffer getRequestURL() {
        return new StringBuffer(client.origin().text()).append(getRequestURI());
    }
}
