package org.patchbay.provisioning.rest;

import org.patchbay.spi.web.RestResource;
import org.patchbay.testing.web.RestResourceContract;

final class SoftphoneResourceTest implements RestResourceContract {

    @Override
    public Class<? extends RestResource> resource() {
        return SoftphoneResource.class;
    }
}
