package org.patchbay.provisioning;

import java.io.IOException;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Component;

/**
 * Shows a softphone that was told the portal's address alone the way to its file. Linphone says by a header of its own that it
 * wants to be set up.
 */
@Component(
        service = Filter.class,
        property = {
            "osgi.http.whiteboard.filter.name=patchbay-softphone",
            "osgi.http.whiteboard.filter.pattern=/*",
            "osgi.http.whiteboard.filter.asyncSupported:Boolean=true"
        })
public final class SoftphoneFilter implements Filter {

    private static final String WANTED = "X-Linphone-Provisioning";
    private static final String WAY = "/provisioning/" + PhoneFiles.LOGIN + '/' + Softphones.FILE;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var http = (HttpServletRequest) request;
        if (http.getHeader(WANTED) != null && http.getRequestURI().equals("/")) {
            var answer = (HttpServletResponse) response;
            answer.setHeader("Cache-Control", "no-store");
            answer.setHeader("Location", WAY);
            answer.setStatus(HttpServletResponse.SC_FOUND);
            return;
        }
        chain.doFilter(request, response);
    }
}
