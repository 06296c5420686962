package dev.ephor.quickstart.entra;

import dev.ephor.quickstart.entra.Assignment.Link;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Carries requests for active access out, or refuses them as PIM does with a group's first role
 * settings: a justification, an end, and no longer than 180 days.
 */
record AssignmentRequests(Directory directory, Assignments assignments) {
    private static final Duration SHORTEST = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofDays(180);

    /**
     * @return the assignment that was made, changed or ended
     */
    Assignment carryOut(AssignmentRequest asked, String requestId) {
        known(asked.link());
        return assignments.locked(
                () ->
                        switch (asked.action()) {
                            case ADMIN_ASSIGN -> assign(asked, requestId);
                            case ADMIN_UPDATE -> update(asked, requestId);
                            case ADMIN_REMOVE -> remove(asked, requestId);
                        });
    }

    private void known(Link link) {
        Group group;
        try {
            group = directory.group(link.group());
        } catch (GraphException none) {
            throw PimErrors.noResource(link.group());
        }
        if (group.dynamic() || group.synchronised()) {
            throw PimErrors.invalid(
                    "PIM manages neither dynamic groups nor those that are synchronised.");
        }
        try {
            directory.object(link.principal());
        } catch (GraphException none) {
            throw PimErrors.noSubject(link.principal());
        }
    }

    private Assignment assign(AssignmentRequest asked, String requestId) {
        if (assignments.of(asked.link()).isPresent()) {
            throw PimErrors.exists();
        }
        Instant now = assignments.now();
        check(asked, now);
        var assignment = new Assignment(asked.link(), requestId, now, asked.until());
        if (!asked.validationOnly()) {
            assignments.assign(assignment);
        }
        return assignment;
    }

    private Assignment update(AssignmentRequest asked, String requestId) {
        Assignment before = existing(asked.link());
        check(asked, assignments.now());
        var after = new Assignment(asked.link(), requestId, before.since(), asked.until());
        return asked.validationOnly() ? after : assignments.replace(after);
    }

    private Assignment remove(AssignmentRequest asked, String requestId) {
        Assignment before = existing(asked.link());
        if (assignments.now().isBefore(before.since().plus(SHORTEST))) {
            throw PimErrors.tooShort();
        }
        if (!asked.validationOnly()) {
            assignments.end(asked.link());
        }
        return new Assignment(before.link(), requestId, before.since(), before.until());
    }

    private Assignment existing(Link link) {
        return assignments.of(link).orElseThrow(PimErrors::doesNotExist);
    }

    /** What fails is told all at once. */
    private static void check(AssignmentRequest asked, Instant now) {
        if (asked.from().isAfter(now.plus(SHORTEST))) {
            throw PimErrors.invalid("The emulator assigns from now on, and not for later.");
        }
        List<String> failed = new ArrayList<>();
        if (isTooLong(asked.from(), asked.until())) {
            failed.add("ExpirationRule");
        }
        if (!asked.justified()) {
            failed.add("JustificationRule");
        }
        if (!failed.isEmpty()) {
            throw PimErrors.policy(failed);
        }
        checkLength(asked.from(), asked.until());
    }

    private static boolean isTooLong(Instant from, @Nullable Instant until) {
        return until == null || until.isAfter(from.plus(LONGEST));
    }

    private static void checkLength(Instant from, @Nullable Instant until) {
        if (until != null && !until.isAfter(from)) {
            throw PimErrors.endsBeforeItBegins();
        }
        if (until != null && until.isBefore(from.plus(SHORTEST))) {
            throw PimErrors.tooShort();
        }
    }
}
