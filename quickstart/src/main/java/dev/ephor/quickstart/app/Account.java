package dev.ephor.quickstart.app;

/**
 * What a referee wants to know of one of the application's users.
 *
 * @param externalId the client's id of the user; empty where the client gave none
 */
public record Account(String id, String userName, String externalId, boolean active) {}
