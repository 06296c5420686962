package dev.ephor.membership.application;

import dev.ephor.connector.Answer;
import dev.ephor.events.ObservationEvent.MembershipChangeFailed;
import dev.ephor.events.ObservationEvent.MembershipObserved;
import dev.ephor.membership.application.DirectoryTask.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One call on its way: brings what came of its tasks to the queue and to the log. */
final class DirectoryCall implements Telling.Results {
    /** How long a group is written alone after two writes of it met. */
    private static final Duration ALONE = Duration.ofMinutes(1);

    private final DirectoryWorker worker;
    private final WorkQueue queue;
    private final Line line;
    private final int taken;
    private final Set<DirectoryTask> left;
    private boolean written;

    DirectoryCall(DirectoryWorker worker, WorkQueue queue, List<DirectoryTask> batch) {
        this.worker = worker;
        this.queue = queue;
        this.line = batch.getFirst().line();
        this.taken = batch.size();
        this.left = new LinkedHashSet<>(batch);
    }

    /** Returns when every task came out; a bug of ours is a failure of those that are left. */
    void run(Telling telling) {
        try {
            telling.tell(List.copyOf(left));
        } catch (InterruptedException | RuntimeException e) {
            var failure = new Answer.Unreachable("The call broke off: " + e);
            List.copyOf(left).forEach(task -> failed(task, failure));
        } finally {
            worker.locked(
                    () -> {
                        left.forEach(queue::finish);
                        if (!written) {
                            queue.written(line, taken, taken);
                        }
                        queue.ended();
                    });
        }
    }

    @Override
    public void written(int sent) {
        written = true;
        worker.locked(() -> queue.written(line, taken, sent));
    }

    @Override
    public void seen(DirectoryTask task, @Nullable Boolean standing) {
        left.remove(task);
        worker.locked(() -> queue.finish(task));
        worker.tell(task, observed(task, standing));
    }

    @Override
    public void failed(DirectoryTask task, Answer answer) {
        left.remove(task);
        DirectoryTask again = task.failedOnce();
        Instant now = worker.now();
        worker.locked(() -> delay(task, again, answer));
        worker.tell(again, changeFailed(again, answer.why(), now));
    }

    @Override
    public boolean isLikelyDone(DirectoryTask task) {
        return task.order().known() || (!task.present() && worker.wasWithdrawn(task.order()));
    }

    private void delay(DirectoryTask task, DirectoryTask again, Answer answer) {
        Instant now = worker.now();
        Duration asked = answer instanceof Answer.Transient t ? t.retryAfter() : null;
        queue.delay(task, again, now.plus(Backoff.after(again.order().attempts(), asked)));
        if (asked != null) {
            queue.pause(now, now.plus(Backoff.shorter(asked, Backoff.LONGEST)));
            worker.measures().throttled();
        }
        if (answer instanceof Answer.Transient t && t.conflict()) {
            queue.oneAtATime(line, now.plus(ALONE));
            worker.measures().conflicted();
        }
    }

    @Override
    public List<DirectoryTask> stillWanted(List<DirectoryTask> tasks) {
        Instant now = worker.now();
        var current = new ArrayList<DirectoryTask>();
        worker.locked(
                () -> {
                    for (DirectoryTask task : tasks) {
                        if (!queue.isSuperseded(task) && !task.order().isOver(now)) {
                            current.add(task);
                        } else if (left.remove(task)) {
                            queue.finish(task);
                        }
                    }
                });
        return current;
    }

    @Override
    public void await(List<DirectoryTask> tasks, Duration pause) throws InterruptedException {
        worker.await(() -> tasks.stream().anyMatch(queue::isSuperseded), pause);
    }

    private MembershipObserved observed(DirectoryTask task, @Nullable Boolean standing) {
        Instant now = worker.now();
        // The clock may have been set back since the window opened; the look is newer all the same.
        Instant at = now.isBefore(task.order().asOf()) ? task.order().asOf() : now;
        return new MembershipObserved(
                task.key(),
                task.order().generation(),
                task.present(),
                task.order().attempts() + 1,
                at,
                task.present() ? standing : null);
    }

    private static MembershipChangeFailed changeFailed(
            DirectoryTask task, String why, Instant now) {
        return new MembershipChangeFailed(
                task.key(),
                task.order().generation(),
                task.change(),
                task.order().attempts(),
                why,
                now);
    }
}
