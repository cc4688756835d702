package org.patchbay.voicemail.rest;

import org.patchbay.spi.web.RestResource;
import org.patchbay.testing.web.RestResourceContract;

class DictationResourceTest implements RestResourceContract {

    @Override
    public Class<? extends RestResource> resource() {
        return DictationResource.class;
    }
}
