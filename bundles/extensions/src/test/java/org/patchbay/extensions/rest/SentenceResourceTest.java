package org.patchbay.extensions.rest;

import org.patchbay.spi.web.RestResource;
import org.patchbay.testing.web.RestResourceContract;

class SentenceResourceTest implements RestResourceContract {

    @Override
    public Class<? extends RestResource> resource() {
        return SentenceResource.class;
    }
}
