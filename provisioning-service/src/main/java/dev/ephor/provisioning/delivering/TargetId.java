package dev.ephor.provisioning.delivering;

/** A target of a tenant. */
record TargetId(String tenant, String target) {}
