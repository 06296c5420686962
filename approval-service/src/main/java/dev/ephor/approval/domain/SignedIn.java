package dev.ephor.approval.domain;

import dev.ephor.events.Assurance;

/**
 * Somebody at the door.
 *
 * @param principal their object id in the tenant
 * @param assurance how strongly they signed in
 */
public record SignedIn(String tenant, String principal, Assurance assurance) {}
