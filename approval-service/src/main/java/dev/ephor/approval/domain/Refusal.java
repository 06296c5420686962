package dev.ephor.approval.domain;

import dev.ephor.events.Policy;
import java.time.Instant;

/** Why a decision is not taken. */
public sealed interface Refusal {
    /** Nobody decides about their own request. */
    record OwnRequest() implements Refusal {}

    /** The stage does not name them. */
    record NotAnApprover() implements Refusal {}

    /** Somebody was faster. */
    record AlreadyDecided(String by, boolean approved, Instant at) implements Refusal {}

    /** The requester no longer wants it. */
    record TakenBack(Instant at) implements Refusal {}

    /** The time to decide is over. */
    record Lapsed(Instant at) implements Refusal {}

    /** The policy wants a reason. */
    record ReasonMissing() implements Refusal {}

    /** The policy wants a stronger or more recent sign-in. */
    record SignInTooWeak(Policy.StepUp wanted) implements Refusal {}
}
