package dev.ephor.request.domain;

import dev.ephor.events.ApprovalEvent.ActivationApproved;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Only what is active now, and ends, can go on; and it goes on once at a time. */
final class ExtensionMustFollowWhatIsActive implements Rule<Request> {
    @Override
    public String name() {
        return RuleNames.DOES_NOT_EXIST;
    }

    @Override
    public @Nullable String objection(Request request) {
        Instant now = request.asking().now();
        Window window = request.extended().map(Activation::window).orElse(null);
        if (window == null) {
            return "Nothing is active that could be extended.";
        }
        if (window.start().isAfter(now)) {
            return "What is to be extended begins only at %s: it can be extended from then on."
                    .formatted(window.start());
        }
        return window.end().isBefore(ActivationApproved.FOREVER)
                ? null
                : "What is active has no end that could be later.";
    }
}
