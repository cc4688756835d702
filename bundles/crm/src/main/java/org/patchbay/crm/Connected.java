package org.patchbay.crm;

import org.patchbay.api.plugins.Settings;
import org.patchbay.spi.crm.CrmConnector;

/** A connector that a portal has settings for. */
record Connected(CrmConnector connector, Settings settings) {

    private static final char BETWEEN = '/';

    /** An id of this CRM as the outside sees it. */
    String qualified(String id) {
        return connector.plugin() + BETWEEN + id;
    }

    boolean owns(String qualified) {
        return qualified.startsWith(connector.plugin() + BETWEEN);
    }

    /** An id as the CRM knows it. */
    String own(String qualified) {
        return qualified.substring(connector.plugin().length() + 1);
    }
}
