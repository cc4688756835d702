package org.patchbay.click2meet.rest;

import org.patchbay.spi.web.RestResource;
import org.patchbay.testing.web.RestResourceContract;

final class TalkResourceTest implements RestResourceContract {

    @Override
    public Class<? extends RestResource> resource() {
        return TalkResource.class;
    }
}
