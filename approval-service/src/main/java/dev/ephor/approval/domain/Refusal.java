package dev.ephor.approval.domain;

import dev.ephor.events.Policy;
import java.time.Duration;
import java.time.Instant;

/** Why a decision is not taken. */
public sealed interface Refusal {
    /** Nobody decides about their own request. */
    record OwnRequest() implements Refusal {}

    /** The stage does not ask them. */
    record NotAnApprover() implements Refusal {}

    /** They were asked, and were disabled or lost what made them an approver since. */
    record NoLongerAnApprover() implements Refusal {}

    /** They were asked, and a signal has suspended them since. */
    record Suspended() implements Refusal {}

    /** Somebody was faster, or they decided themselves before. */
    record AlreadyDecided(String by, boolean approved, Instant at) implements Refusal {}

    /** It is no longer wanted. */
    record TakenBack(Instant at) implements Refusal {}

    /** The time to decide is over. */
    record Lapsed(Instant at) implements Refusal {}

    /** Another stage comes first. */
    record NotYetOpen() implements Refusal {}

    /** The policy wants a reason. */
    record ReasonMissing() implements Refusal {}

    /** A window is shortened, never lengthened. */
    record WouldLengthen(Duration wanted, Duration given) implements Refusal {}

    /** Such a window would be over already, or has no length at all. */
    record NothingLeft() implements Refusal {}

    /** The policy wants a stronger or more recent sign-in. */
    record SignInTooWeak(Policy.StepUp wanted) implements Refusal {}
}
