package dev.ephor.membership.application;

import dev.ephor.events.MembershipKey;
import java.time.Instant;
import java.util.Map;

/** Needs to know when what failed is tried again. */
public interface NextTries {

    Map<MembershipKey, Instant> nextTries();
}
