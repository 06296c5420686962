package dev.ephor.approval.domain;

import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.ApprovalEvent.ApprovalEscalated;
import dev.ephor.events.ApprovalEvent.ApprovalGiven;
import dev.ephor.events.ApprovalEvent.ApprovalOpened;
import dev.ephor.events.ApprovalEvent.ApprovalReminded;
import dev.ephor.events.Event;
import dev.ephor.events.RequestEvent.ActivationRequested;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the approval of one activation stands. */
public sealed interface ApprovalState {
    ApprovalState UNSEEN = new Unseen();

    /** Nothing was heard of the activation. */
    record Unseen() implements ApprovalState {}

    /** Asked for; what to do about it is said in the same breath. */
    record Requested(ActivationRequested request) implements ApprovalState {
        Pending open(ApprovalOpened opened) {
            return new Pending(new Course(request, List.of(AskedStage.of(opened))));
        }
    }

    /** Somebody was asked; it can be seen by them and by the requester from now on. */
    sealed interface Asked extends ApprovalState {
        Course course();
    }

    /** Waits for decisions. */
    record Pending(Course course) implements Asked {
        Pending open(ApprovalOpened next) {
            return new Pending(course.then(AskedStage.of(next)));
        }

        Pending give(ApprovalGiven vote) {
            return new Pending(course.change(stage -> stage.with(vote)));
        }

        Pending remind(ApprovalReminded reminder) {
            return new Pending(course.change(stage -> stage.with(reminder)));
        }

        Pending escalate(ApprovalEscalated escalation) {
            return new Pending(course.change(stage -> stage.with(escalation)));
        }

        Closed close(Event.AboutMembership outcome) {
            return new Closed(course, outcome);
        }

        /** Whose votes are waited for, and since when. */
        public Map<String, Instant> waitingFor() {
            AskedStage stage = course.current();
            return stage.silent().stream()
                    .collect(Collectors.toMap(person -> person, stage::askedAt));
        }

        /** When something happens by itself next: a reminder, an escalation or the end. */
        public Instant nextDue() {
            AskedStage stage = course.current();
            return Stream.concat(
                            Stream.ofNullable(stage.remindsAt()),
                            Stream.ofNullable(stage.escalatesAt()))
                    .filter(at -> at.isBefore(course.over()))
                    .min(Instant::compareTo)
                    .orElse(course.over());
        }
    }

    /**
     * Was asked and is over.
     *
     * @param outcome how: {@link ActivationApproved}, {@code ActivationDenied}, {@code
     *     ApprovalLapsed}, or the request event with which it was withdrawn
     */
    record Closed(Course course, Event.AboutMembership outcome) implements Asked {}

    /** Is over without anybody having been asked, by the same outcomes. */
    record Settled(Event.AboutMembership outcome) implements ApprovalState {}
}
