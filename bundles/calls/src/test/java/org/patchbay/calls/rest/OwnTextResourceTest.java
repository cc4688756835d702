package org.patchbay.calls.rest;

import org.patchbay.spi.web.RestResource;
import org.patchbay.testing.web.RestResourceContract;

final class OwnTextResourceTest implements RestResourceContract {

    @Override
    public Class<? extends RestResource> resource() {
        return OwnTextResource.class;
    }
}
