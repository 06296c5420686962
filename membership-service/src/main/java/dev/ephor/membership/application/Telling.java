package dev.ephor.membership.application;

import dev.ephor.connector.Answer;
import dev.ephor.events.MembershipKey;
import dev.ephor.membership.application.Directories.Call;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One call to a directory and what follows: the change is sent, then read back a few times, because
 * directories replicate. Blocks; runs on a virtual thread. Every task comes out once: as seen, as
 * failed, or as superseded by something newer.
 */
final class Telling {
    /** Where the tasks of a call come out. */
    interface Results {
        /**
         * The change was sent; others of the line may go.
         *
         * @param sent how many memberships it was sent for
         */
        void written(int sent);

        /**
         * The directory was read back and is as wanted.
         *
         * @param standing whether it was so before; null: nothing was sent
         */
        void seen(DirectoryTask task, @Nullable Boolean standing);

        void failed(DirectoryTask task, Answer answer);

        /** Whether the directory most likely is as wanted already, so that a look may do. */
        boolean isLikelyDone(DirectoryTask task);

        /** Takes out those for which something newer is wanted, or soon will be. */
        List<DirectoryTask> stillWanted(List<DirectoryTask> tasks);

        /** Waits, or less when one of the tasks is superseded meanwhile. */
        void await(List<DirectoryTask> tasks, Duration pause) throws InterruptedException;
    }

    private static final List<Duration> PAUSES =
            List.of(
                    Duration.ofMillis(25),
                    Duration.ofMillis(50),
                    Duration.ofMillis(100),
                    Duration.ofMillis(200),
                    Duration.ofMillis(400),
                    Duration.ofMillis(800));

    private final Directories directories;
    private final InstantSource clock;
    private final Results results;
    private final Map<DirectoryTask, Boolean> standing = new HashMap<>();

    Telling(Directories directories, InstantSource clock, Results results) {
        this.directories = directories;
        this.clock = clock;
        this.results = results;
    }

    /**
     * @param tasks of one line
     */
    void tell(List<DirectoryTask> tasks) throws InterruptedException {
        List<DirectoryTask> unseen = unseen(results.stillWanted(tasks));
        List<DirectoryTask> sent = send(unseen);
        results.written(unseen.size());
        readBack(sent);
    }

    /**
     * A membership that was confirmed before is looked at first: it is most likely still there; and
     * so is one that the watchdog withdrew, which is most likely gone. Where the directory takes
     * bounds, its bound most likely is not the one that is wanted now.
     */
    private List<DirectoryTask> unseen(List<DirectoryTask> tasks) {
        if (tasks.isEmpty() || isBounded(tasks)) {
            return tasks;
        }
        var known = tasks.stream().filter(results::isLikelyDone).toList();
        var unseen = new ArrayList<>(tasks);
        unseen.removeAll(known);
        unseen.addAll(look(known));
        return unseen;
    }

    private List<DirectoryTask> send(List<DirectoryTask> tasks) {
        var sent = new ArrayList<DirectoryTask>();
        if (tasks.isEmpty()) {
            return sent;
        }
        List<Answer> answers = call(tasks);
        for (int i = 0; i < tasks.size(); i++) {
            standing.put(tasks.get(i), wasStanding(tasks.get(i), answers.get(i)));
            // No answer is not a no: the change may have happened, so it is read back.
            if (answers.get(i).succeeded() || answers.get(i) instanceof Answer.Unreachable) {
                sent.add(tasks.get(i));
            } else {
                results.failed(tasks.get(i), answers.get(i));
            }
        }
        return sent;
    }

    private List<Answer> call(List<DirectoryTask> tasks) {
        if (!isBounded(tasks)) {
            Call call = tasks.getFirst().present() ? Call.GRANT : Call.WITHDRAW;
            return directories.call(call, keys(tasks));
        }
        Instant now = clock.instant();
        var lengths = new LinkedHashMap<MembershipKey, Duration>();
        tasks.forEach(t -> lengths.put(t.key(), Duration.between(now, boundOf(t))));
        return directories.grantFor(lengths);
    }

    private boolean isBounded(List<DirectoryTask> tasks) {
        DirectoryTask any = tasks.getFirst();
        return any.present() && directories.takesBounds(any.key());
    }

    private static Instant boundOf(DirectoryTask task) {
        return Objects.requireNonNull(task.order().until(), "what is to be granted has a window");
    }

    /** A mere look at what was sent before cannot tell whose it is either. */
    private @Nullable Boolean standingOf(DirectoryTask task) {
        return task.sentBefore() ? Boolean.FALSE : standing.get(task);
    }

    /** In every case of doubt the membership is Ephor's own: an overstay would be worse. */
    private boolean wasStanding(DirectoryTask task, Answer answer) {
        return answer instanceof Answer.Applied(boolean changed)
                && !changed
                && task.order().fresh()
                && !task.sentBefore()
                && directories.keepsStanding(task.key());
    }

    /** Looks, and looks again at what is not yet as wanted: directories replicate. */
    private void readBack(List<DirectoryTask> sent) throws InterruptedException {
        List<DirectoryTask> left = look(sent);
        for (Duration pause : PAUSES) {
            left = results.stillWanted(left);
            if (left.isEmpty()) {
                return;
            }
            results.await(left, pause);
            left = look(left);
        }
        left.forEach(task -> results.failed(task, notAsWanted(task)));
    }

    /**
     * @return those that the directory does not show as wanted; where it could not be asked, the
     *     task failed
     */
    private List<DirectoryTask> look(List<DirectoryTask> tasks) {
        var different = new ArrayList<DirectoryTask>();
        if (tasks.isEmpty()) {
            return different;
        }
        List<Answer> answers = directories.call(Call.OBSERVE, keys(tasks));
        for (int i = 0; i < tasks.size(); i++) {
            DirectoryTask task = tasks.get(i);
            switch (answers.get(i)) {
                case Answer.Observed(boolean present) when present == task.present() ->
                        results.seen(task, standingOf(task));
                case Answer.Observed _ -> different.add(task);
                case Answer failure -> results.failed(task, failure);
            }
        }
        return different;
    }

    private static Answer notAsWanted(DirectoryTask task) {
        String shown = task.present() ? "does not show" : "still shows";
        return new Answer.Transient(
                "The directory took the change but %s the membership".formatted(shown), null);
    }

    private static List<MembershipKey> keys(List<DirectoryTask> tasks) {
        return tasks.stream().map(DirectoryTask::key).toList();
    }
}
