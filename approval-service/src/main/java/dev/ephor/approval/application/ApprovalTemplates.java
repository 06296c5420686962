package dev.ephor.approval.application;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** Where templates are kept that somebody has written. */
public interface ApprovalTemplates {

    /** Those of these keys that somebody has written, by key, in one round trip. */
    Map<String, ApprovalTemplate> find(String tenant, Collection<String> keys);

    /** Writes one, or writes it anew. */
    void save(String tenant, ApprovalTemplate template, String changedBy, Instant at);
}
