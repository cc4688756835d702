package org.patchbay.provisioning.rest;

import org.patchbay.spi.web.RestResource;
import org.patchbay.testing.web.RestResourceContract;

final class WaitingPhoneResourceTest implements RestResourceContract {

    @Override
    public Class<? extends RestResource> resource() {
        return WaitingPhoneResource.class;
    }
}
