package org.patchbay.jvb.rest;

import org.patchbay.spi.web.RestResource;
import org.patchbay.testing.web.RestResourceContract;

class JvbServerResourceTest implements RestResourceContract {

    @Override
    public Class<? extends RestResource> resource() {
        return JvbServerResource.class;
    }
}
