package org.patchbay.calls.rest;

import org.patchbay.spi.web.RestResource;
import org.patchbay.testing.web.RestResourceContract;

final class CallLimitResourceTest implements RestResourceContract {

    @Override
    public Class<? extends RestResource> resource() {
        return CallLimitResource.class;
    }
}
