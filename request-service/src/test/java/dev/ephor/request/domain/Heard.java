package dev.ephor.request.domain;

import static dev.ephor.request.domain.Example.KEY;
import static dev.ephor.request.domain.Example.NOW;

import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.ApprovalEvent.ActivationDenied;
import dev.ephor.events.ApprovalEvent.ApprovalLapsed;
import dev.ephor.events.ApprovalEvent.ApprovalOpened;
import dev.ephor.events.ApprovalEvent.Decision;
import dev.ephor.events.Assurance;
import dev.ephor.events.Change;
import dev.ephor.events.MembershipEvent.ActivationDeactivated;
import dev.ephor.events.MembershipEvent.ActivationExpired;
import dev.ephor.events.MembershipEvent.ActivationGranted;
import dev.ephor.events.MembershipEvent.ActivationRevoked;
import dev.ephor.events.MembershipEvent.MembershipRemoved;
import dev.ephor.events.MembershipEvent.MembershipStuck;
import dev.ephor.events.MembershipEvent.WindowOpened;
import dev.ephor.events.ProvisioningEvent.ActivationActive;
import dev.ephor.events.ProvisioningEvent.ActivationEnded;
import dev.ephor.events.ProvisioningEvent.ProvisioningConfirmed;
import dev.ephor.events.ProvisioningEvent.ProvisioningRetried;
import dev.ephor.events.ProvisioningEvent.ProvisioningStuck;
import java.time.Instant;
import java.util.List;

/** What other services say of activation r1, a second apart, in the order of its way. */
final class Heard {
    static final Instant END = NOW.plusSeconds(7200);
    private static final Decision BY_B =
            new Decision(
                    "s1", "user-b", new Assurance(null, List.of(), List.of(), NOW), "ok", null);

    private Heard() {}

    static Instant second(int n) {
        return NOW.plusSeconds(n);
    }

    static ApprovalOpened opened() {
        return new ApprovalOpened(
                KEY, "r1", "s1", 1, List.of("user-b"), second(1), second(86_401), null, null, null);
    }

    static ActivationApproved approved() {
        return approvedFor(second(2), END);
    }

    static ActivationApproved approvedFor(Instant start, Instant end) {
        return new ActivationApproved(KEY, "r1", "e1", start, end, second(2), List.of(BY_B), null);
    }

    static ActivationDenied denied() {
        return new ActivationDenied(KEY, "r1", second(2), BY_B);
    }

    static ApprovalLapsed lapsed() {
        return new ApprovalLapsed(KEY, "r1", "s1", second(86_401));
    }

    static WindowOpened windowOpened() {
        return new WindowOpened(KEY, "r1", 1, second(2), END);
    }

    static ActivationGranted granted() {
        return new ActivationGranted(KEY, "r1", 1, END, second(4));
    }

    static MembershipStuck directoryStuck() {
        return new MembershipStuck(KEY, "r1", 1, Change.GRANT, 5, "503", second(3));
    }

    static ProvisioningConfirmed confirmed(String target) {
        return new ProvisioningConfirmed(KEY, "r1", 1, target, Change.GRANT, 1, second(6));
    }

    static ProvisioningRetried retried(String target) {
        return new ProvisioningRetried(
                KEY, "r1", 1, target, Change.GRANT, 1, "timed out", second(6));
    }

    static ProvisioningStuck stuck(String target) {
        return new ProvisioningStuck(KEY, "r1", 1, target, Change.GRANT, 5, "timed out", second(5));
    }

    static ActivationActive active() {
        return new ActivationActive(KEY, "r1", second(7));
    }

    static ActivationExpired expired() {
        return new ActivationExpired(KEY, "r1", 2, END, END, true);
    }

    static ActivationDeactivated deactivated() {
        return new ActivationDeactivated(KEY, "r1", 2, "user-a", second(10), true);
    }

    static ActivationRevoked revoked() {
        return new ActivationRevoked(KEY, "r1", 2, "soc", "stolen laptop", second(10), true);
    }

    static MembershipRemoved removed() {
        return new MembershipRemoved(KEY, "r1", 2, END, END.plusSeconds(1));
    }

    static ProvisioningConfirmed withdrawn(String target) {
        return new ProvisioningConfirmed(
                KEY, "r1", 2, target, Change.WITHDRAW, 1, END.plusSeconds(2));
    }

    static ActivationEnded ended() {
        return new ActivationEnded(KEY, "r1", END.plusSeconds(3));
    }
}
