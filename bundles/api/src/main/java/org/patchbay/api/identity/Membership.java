package org.patchbay.api.identity;

/**
 * That somebody holds a role in a department. Immutable.
 *
 * @param role the name of a role, such as {@code manager}, or the id of one of the portal's own
 */
public record Membership(DepartmentId department, String role) {}
