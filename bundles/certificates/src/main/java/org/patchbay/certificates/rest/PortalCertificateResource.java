package org.patchbay.certificates.rest;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Right;
import org.patchbay.certificates.CertificateService;
import org.patchbay.certificates.Coverage;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** The certificate that a portal's host shows. */
@Component(service = RestResource.class)
@Path("portals/{portal}/certificate")
@Produces(MediaType.APPLICATION_JSON)
public final class PortalCertificateResource implements RestResource {

    private final CertificateService certificates;

    @Activate
    public PortalCertificateResource(@Reference CertificateService certificates) {
        this.certificates = certificates;
    }

    @GET
    @Requires(Right.MANAGE_PORTAL)
    public Coverage get(@PathParam("portal") String portal) {
        return certificates.coverage(new PortalId(portal));
    }
}
