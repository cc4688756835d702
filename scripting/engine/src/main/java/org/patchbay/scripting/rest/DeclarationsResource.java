package org.patchbay.scripting.rest;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.identity.Right;
import org.patchbay.scripting.types.Declarations;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** The typed script API, for editors. */
@Component(service = RestResource.class)
@Path("scripting")
public final class DeclarationsResource implements RestResource {

    private final Declarations declarations;

    @Activate
    public DeclarationsResource(@Reference Declarations declarations) {
        this.declarations = declarations;
    }

    @GET
    @Path("patchbay.d.ts")
    @Produces("text/plain;charset=UTF-8")
    @Requires(Right.OWN_ACCOUNT)
    public String get() {
        return declarations.text();
    }
}
