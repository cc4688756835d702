package org.patchbay.web.openapi;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import javax.servlet.Filter;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.spi.web.RestResource;
import org.patchbay.web.entry.EnteredServlet;
import org.patchbay.web.entry.EntryFilter;
import org.patchbay.web.json.Answers;
import org.patchbay.web.rest.ResourceDirectory;

/** The description of the resources that are there; made when somebody asks. */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.name=patchbay-openapi",
            "osgi.http.whiteboard.servlet.pattern=/api/openapi.json"
        },
        // Nothing is served before the way in is there.
        reference = @Reference(name = "entry", service = Filter.class, target = EntryFilter.THERE))
public final class OpenApiServlet extends EnteredServlet {

    private static final long serialVersionUID = 1L;

    private final transient ResourceDirectory directory;
    private transient volatile @Nullable Made made;

    @Activate
    public OpenApiServlet(@Reference ResourceDirectory directory) {
        this.directory = directory;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-cache");
        Answers.send(response, 200, "application/json", text());
    }

    private String text() {
        var present = made;
        var resources = directory.resources();
        if (present == null || present.of != resources) {
            present = make(resources);
            made = present;
        }
        return present.text;
    }

    private static synchronized Made make(List<RestResource> resources) {
        var classes = resources.stream().map(Object::getClass).collect(Collectors.<Class<?>>toList());
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(OpenApiServlet.class.getClassLoader());
        try {
            return new Made(resources, OpenApiDocument.of(classes));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private record Made(List<RestResource> of, String text) {}
}
