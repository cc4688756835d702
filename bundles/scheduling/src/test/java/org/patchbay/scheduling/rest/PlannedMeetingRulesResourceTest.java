package org.patchbay.scheduling.rest;

import org.patchbay.spi.web.RestResource;
import org.patchbay.testing.web.RestResourceContract;

class PlannedMeetingRulesResourceTest implements RestResourceContract {

    @Override
    public Class<? extends RestResource> resource() {
        return PlannedMeetingRulesResource.class;
    }
}
