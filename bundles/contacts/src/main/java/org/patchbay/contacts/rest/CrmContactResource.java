package org.patchbay.contacts.rest;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Right;
import org.patchbay.contacts.crm.CrmContact;
import org.patchbay.contacts.crm.CrmSearch;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** Contacts that the portal's CRMs know: a question of its own, so that a slow CRM holds nothing up. */
@Component(service = RestResource.class)
@Path("portals/{portal}/crm-contacts")
@Produces(MediaType.APPLICATION_JSON)
public final class CrmContactResource implements RestResource {

    private final CrmSearch search;

    @Activate
    public CrmContactResource(@Reference CrmSearch search) {
        this.search = search;
    }

    @GET
    @Requires(Right.OWN_ACCOUNT)
    public Page<CrmContact> list(@PathParam("portal") String portal, @QueryParam("text") @Nullable String text) {
        return Page.of(search.find(new PortalId(portal), ContactQuery.filter(text, null, null)));
    }
}
