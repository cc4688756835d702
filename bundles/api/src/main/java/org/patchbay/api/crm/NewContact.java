package org.patchbay.api.crm;

import java.util.Optional;

/** A contact to be created in a CRM; a name and one of e-mail address and phone are needed. */
public record NewContact(
        String firstName, String lastName, Optional<String> email, Optional<String> phone, Optional<String> company) {}
