package org.patchbay.contacts.crm;

import java.util.List;
import java.util.Optional;

/**
 * A contact that a CRM knows.
 *
 * @param source the plugin that found it
 * @param url its page in the CRM
 */
public record CrmContact(
        String id,
        String source,
        String name,
        Optional<String> company,
        Optional<String> email,
        List<String> phones,
        Optional<String> url) {}
