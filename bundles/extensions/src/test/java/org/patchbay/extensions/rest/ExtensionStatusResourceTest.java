package org.patchbay.extensions.rest;

import org.patchbay.spi.web.RestResource;
import org.patchbay.testing.web.RestResourceContract;

class ExtensionStatusResourceTest implements RestResourceContract {

    @Override
    public Class<? extends RestResource> resource() {
        return ExtensionStatusResource.class;
    }
}
