package org.patchbay.web.rest;

import java.util.Objects;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.ext.Provider;
import org.apache.cxf.jaxrs.ext.ContextProvider;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.patchbay.api.identity.Caller;
import org.patchbay.spi.web.ClientAddress;

/** Hands what the servlet found out to filters and to the {@code @Context} parameters of resources. */
final class RestContext {

    private RestContext() {}

    static void enter(HttpServletRequest request, Visitor visitor) {
        request.setAttribute(Visitor.class.getName(), visitor);
    }

    static Visitor visitor(ContainerRequestContext request) {
        return cast(request.getProperty(Visitor.class.getName()));
    }

    static Visitor visitor(Message message) {
        return cast(request(message).getAttribute(Visitor.class.getName()));
    }

    /** Also while an answer is written, when the message at hand is the outgoing one. */
    static HttpServletRequest request(Message message) {
        var in = message.getExchange().getInMessage();
        return Objects.requireNonNull((HttpServletRequest) in.get(AbstractHTTPDestination.HTTP_REQUEST));
    }

    private static Visitor cast(Object attribute) {
        if (attribute instanceof Visitor visitor) {
            return visitor;
        }
        throw new IllegalStateException("This request came past the servlet");
    }

    /** Gives a {@code @Context Caller}. */
    @Provider
    static final class CallerProvider implements ContextProvider<Caller> {
        @Override
        public Caller createContext(Message message) {
            return visitor(message).caller();
        }
    }

    /** Gives a {@code @Context ClientAddress}. */
    @Provider
    static final class AddressProvider implements ContextProvider<ClientAddress> {
        @Override
        public ClientAddress createContext(Message message) {
            return visitor(message).visit().address();
        }
    }
}
