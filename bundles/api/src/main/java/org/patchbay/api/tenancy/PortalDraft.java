package org.patchbay.api.tenancy;

/** What can be chosen of a portal; the fields as in {@link Portal}. */
public record PortalDraft(String name, String host, String language, String zone, String accent) {}
