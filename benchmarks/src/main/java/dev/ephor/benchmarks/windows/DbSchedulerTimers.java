package dev.ephor.benchmarks.windows;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** db-scheduler as its documentation tunes it for throughput: lock and fetch. */
final class DbSchedulerTimers implements Timers {
    private static final int THREADS = 20;

    private record Fires(Firings firings, int number) {}

    private final Peers peers;
    private final Duration polling;
    private final Table table;
    private final Map<String, Fires> waiting = new ConcurrentHashMap<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final OneTimeTask<Void> task;
    private final SchedulerClient client;
    private @Nullable Scheduler scheduler;

    /** What several settings share: the pending timers. */
    static final class Table {
        private final Peers peers;
        private int filled;

        Table(Peers peers) {
            this.peers = peers;
            peers.run(Table.class, "db-scheduler.sql");
        }

        /**
         * In one statement: one by one a million would take minutes, which is not measured here.
         */
        void fill(int pending) {
            peers.run(
                    """
                    insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                    select 'timer', 'pending-' || n, now() + interval '12 hours' + n * interval '1 ms', false, 1
                      from generate_series(%d, %d) n
                    """
                            .formatted(filled + 1, pending));
            peers.run("vacuum analyze scheduled_tasks");
            filled = pending;
        }
    }

    DbSchedulerTimers(Peers peers, Table table, Duration polling) {
        this.peers = peers;
        this.table = table;
        this.polling = polling;
        this.task =
                Tasks.oneTime("timer", Void.class)
                        .execute((instance, _) -> fired(instance.getId()));
        this.client = SchedulerClient.Builder.create(peers.pool(), task).build();
    }

    @Override
    public String name() {
        return "db-scheduler, polling %d ms".formatted(polling.toMillis());
    }

    @Override
    public String durability() {
        return "a commit in PostgreSQL, flushed to disk";
    }

    @Override
    public void fill(int pending) {
        if (table.filled < pending) {
            table.fill(pending);
        }
    }

    @Override
    public Duration lead(int count) {
        return Duration.ofSeconds(5 + count / 1_000);
    }

    @Override
    public void set(List<Due> dues, Firings firings) {
        List<SchedulableInstance<?>> all =
                dues.stream().<SchedulableInstance<?>>map(due -> instance(due, firings)).toList();
        client.scheduleBatch(all);
    }

    private SchedulableInstance<Void> instance(Due due, Firings firings) {
        String id = polling.toMillis() + "-" + ids.getAndIncrement();
        waiting.put(id, new Fires(firings, due.number()));
        return SchedulableInstance.of(task.instance(id), due.at());
    }

    private void fired(String id) {
        Fires fires = waiting.get(id);
        if (fires != null) {
            fires.firings.fired(fires.number);
        }
    }

    @Override
    public void begin() {
        scheduler =
                Scheduler.create(peers.pool(), task)
                        .pollUsingLockAndFetch(4.0, 20.0)
                        .threads(THREADS)
                        .pollingInterval(polling)
                        .build();
        scheduler.start();
    }

    @Override
    public void rest() {
        if (scheduler != null) {
            scheduler.stop();
            scheduler = null;
        }
        waiting.clear();
    }

    @Override
    public Duration cpu() {
        return peers.cpu();
    }

    @Override
    public void close() {
        rest();
    }
}
