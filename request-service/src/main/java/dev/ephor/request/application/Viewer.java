package dev.ephor.request.application;

/**
 * Who looks.
 *
 * @param seesAll whether everything of the tenant is theirs to see
 */
public record Viewer(String tenant, String principal, boolean seesAll) {}
