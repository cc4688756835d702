package org.patchbay.contacts.rest;

import java.io.InputStream;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.contacts.Visibility;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.contacts.file.ContactImportReport;
import org.patchbay.contacts.file.ContactImports;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** Contacts from a file of CSV or vCards, which is the body as it is. */
@Component(service = RestResource.class)
@Path("portals/{portal}/contact-imports")
@Produces(MediaType.APPLICATION_JSON)
public final class ContactImportResource implements RestResource {

    private final ContactImports imports;

    @Activate
    public ContactImportResource(@Reference ContactImports imports) {
        this.imports = imports;
    }

    @POST
    @Consumes({"text/csv", "text/vcard", "text/plain"})
    @Requires(Right.OWN_ACCOUNT)
    public ContactImportReport run(
            @PathParam("portal") String portal,
            @QueryParam("visibility") @Nullable String visibility,
            @QueryParam("save") @DefaultValue("false") boolean save,
            InputStream file,
            @Context Caller caller) {
        Visibility chosen =
                Optional.ofNullable(visibility).map(ContactQuery::visibility).orElse(Visibility.PRIVATE);
        return imports.run(new PortalId(portal), chosen, file, save, caller);
    }
}
