package org.patchbay.identity.rest;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Quotas;
import org.patchbay.api.identity.Quotas.StorageUse;
import org.patchbay.api.identity.Right;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** What the caller has stored, and may store. */
@Component(service = RestResource.class)
@Path("account/storage")
@Produces(MediaType.APPLICATION_JSON)
public final class AccountStorageResource implements RestResource {

    private final Quotas quotas;

    @Activate
    public AccountStorageResource(@Reference Quotas quotas) {
        this.quotas = quotas;
    }

    @GET
    @Requires(Right.OWN_ACCOUNT)
    public StorageUse get(@Context Caller caller) {
        return quotas.use(
                caller.portal(),
                caller.personId().orElseThrow(() -> Problem.FORBIDDEN.because("Guests have no account")));
    }
}
