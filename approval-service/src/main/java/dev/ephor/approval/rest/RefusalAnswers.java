package dev.ephor.approval.rest;

import dev.ephor.approval.domain.Persons;
import dev.ephor.approval.domain.Refusal;
import dev.ephor.approval.domain.SignedIn;
import dev.ephor.kit.rest.ApiError;
import dev.ephor.kit.rest.StepUpChallenge;

/** How the API says that a decision is not taken. */
final class RefusalAnswers {
    private RefusalAnswers() {}

    static ApiError of(Refusal refusal, SignedIn person) {
        return switch (refusal) {
            case Refusal.OwnRequest _ ->
                    denied("Nobody decides about their own request: another approver has to.");
            case Refusal.NotAnApprover _ -> denied("You are not an approver of this request.");
            case Refusal.NoLongerAnApprover _ ->
                    denied(
                            "You were asked, and are not an approver of this request any more: your"
                                    + " account is disabled, or you left the group that decides.");
            case Refusal.Suspended _ ->
                    denied(
                            "Your access is suspended, and with it your word as an approver: ask"
                                    + " those who respond to incidents.");
            case Refusal.AlreadyDecided decided -> conflict(alreadyDecided(decided, person));
            case Refusal.TakenBack back ->
                    conflict("The request was withdrawn at %s.".formatted(back.at()));
            case Refusal.Lapsed lapsed ->
                    conflict("The time to decide was over at %s.".formatted(lapsed.at()));
            case Refusal.NotYetOpen _ ->
                    conflict("Another stage comes first: decide when this one is in progress.");
            case Refusal.WouldLengthen longer -> wouldLengthen(longer);
            case Refusal.NothingLeft _ ->
                    badWindow(
                            "Nothing would be left of so short a window: give a longer duration, or deny.");
            case Refusal.ReasonMissing _ ->
                    new ApiError(
                            400,
                            "JustificationRequired",
                            "The policy wants a reason: send it as justification.");
            case Refusal.SignInTooWeak weak -> signInAgain(weak);
        };
    }

    private static ApiError wouldLengthen(Refusal.WouldLengthen longer) {
        return badWindow(
                "An approver shortens a window, never lengthens it: %s was asked for, so give at most that instead of %s."
                        .formatted(longer.wanted(), longer.given()));
    }

    private static ApiError badWindow(String message) {
        return new ApiError(400, "InvalidRoleAssignmentRequestSchedule", message);
    }

    private static ApiError signInAgain(Refusal.SignInTooWeak weak) {
        return StepUpChallenge.error(
                weak.wanted(),
                "Deciding about this request needs a stronger or more recent sign-in:"
                        + " sign in again with a second factor and repeat the call.");
    }

    private static String alreadyDecided(Refusal.AlreadyDecided decided, SignedIn person) {
        String by = Persons.same(decided.by(), person.principal()) ? "you" : decided.by();
        return "The request is already decided by %s: %s at %s."
                .formatted(by, decided.approved() ? "approved" : "denied", decided.at());
    }

    private static ApiError denied(String message) {
        return new ApiError(403, "Authorization_RequestDenied", message);
    }

    private static ApiError conflict(String message) {
        return new ApiError(409, "Conflict", message);
    }
}
