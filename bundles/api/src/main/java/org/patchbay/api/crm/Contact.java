package org.patchbay.api.crm;

import java.util.List;
import java.util.Optional;

/**
 * A contact found in a CRM.
 *
 * @param id from {@link Crm}: the plugin and the CRM's own id, such as {@code crm-hubspot/512}; between a connector and
 *     {@code Crm}: the CRM's own
 * @param plugin the plugin that found it
 * @param phones E.164 where the CRM has them so
 * @param url the contact's page in the CRM
 */
public record Contact(
        String id,
        String plugin,
        String name,
        Optional<String> email,
        List<String> phones,
        Optional<String> company,
        Optional<String> url) {}
