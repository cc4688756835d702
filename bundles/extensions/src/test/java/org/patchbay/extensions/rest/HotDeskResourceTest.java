package org.patchbay.extensions.rest;

import org.patchbay.spi.web.RestResource;
import org.patchbay.testing.web.RestResourceContract;

class HotDeskResourceTest implements RestResourceContract {

    @Override
    public Class<? extends RestResource> resource() {
        return HotDeskResource.class;
    }
}
