package dev.ephor.benchmarks.windows;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.impl.jdbcjobstore.Constants;

/** Quartz in a database, clustered, with batches as large as its pool of threads. */
final class QuartzTimers implements Timers {
    private static final int THREADS = 100;
    private static final String NAME = "bench";
    private static final String JOB = "timer";

    private record Fires(Firings firings, int number) {}

    /** Jobs are made by Quartz, so what they reach is reached from here. */
    private static final Map<String, Fires> WAITING = new ConcurrentHashMap<>();

    private final Peers peers;
    private final Scheduler scheduler;
    private final AtomicInteger ids = new AtomicInteger();
    private int filled;

    QuartzTimers(Peers peers) {
        this.peers = peers;
        peers.run(Constants.class, "tables_postgres.sql");
        try {
            scheduler = new StdSchedulerFactory(settings(peers)).getScheduler();
            JobDetail job = JobBuilder.newJob(Fire.class).withIdentity(JOB).storeDurably().build();
            scheduler.addJob(job, true);
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz does not start: " + e.getMessage(), e);
        }
    }

    private static Properties settings(Peers peers) {
        var all = new Properties();
        all.put("org.quartz.scheduler.instanceName", NAME);
        all.put("org.quartz.scheduler.instanceId", "AUTO");
        all.put("org.quartz.scheduler.skipUpdateCheck", "true");
        all.put("org.quartz.scheduler.idleWaitTime", "1000");
        all.put("org.quartz.scheduler.batchTriggerAcquisitionMaxCount", String.valueOf(THREADS));
        all.put("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
        all.put("org.quartz.threadPool.threadCount", String.valueOf(THREADS));
        all.put("org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX");
        all.put(
                "org.quartz.jobStore.driverDelegateClass",
                "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate");
        all.put("org.quartz.jobStore.isClustered", "true");
        all.put("org.quartz.jobStore.misfireThreshold", "3600000");
        all.put("org.quartz.jobStore.dataSource", "timers");
        all.put("org.quartz.dataSource.timers.provider", "hikaricp");
        all.put("org.quartz.dataSource.timers.driver", "org.postgresql.Driver");
        all.put("org.quartz.dataSource.timers.URL", peers.url());
        all.put("org.quartz.dataSource.timers.user", Peers.ROLE);
        all.put("org.quartz.dataSource.timers.password", Peers.PASSWORD);
        all.put("org.quartz.dataSource.timers.maxConnections", "30");
        return all;
    }

    @Override
    public String name() {
        return "Quartz, clustered, batches of 100";
    }

    @Override
    public String durability() {
        return "a commit in PostgreSQL, flushed to disk";
    }

    /** In one statement each: one by one a million would take hours, which is not measured here. */
    @Override
    public void fill(int pending) {
        String numbers = "generate_series(%d, %d) n".formatted(filled + 1, pending);
        long due = System.currentTimeMillis() + Duration.ofHours(12).toMillis();
        peers.run(
                """
                insert into qrtz_triggers (sched_name, trigger_name, trigger_group, job_name, job_group,
                    next_fire_time, prev_fire_time, priority, trigger_state, trigger_type, start_time, end_time, misfire_instr)
                select '%s', 'pending-' || n, 'DEFAULT', '%s', 'DEFAULT', %d + n, -1, 5, 'WAITING', 'SIMPLE', %d + n, 0, 0
                  from %s
                """
                        .formatted(NAME, JOB, due, due, numbers));
        peers.run(
                """
                insert into qrtz_simple_triggers (sched_name, trigger_name, trigger_group, repeat_count, repeat_interval, times_triggered)
                select '%s', 'pending-' || n, 'DEFAULT', 0, 0, 0 from %s
                """
                        .formatted(NAME, numbers));
        peers.run("vacuum analyze qrtz_triggers");
        filled = pending;
    }

    @Override
    public Duration lead(int count) {
        return Duration.ofSeconds(5 + count / 20);
    }

    @Override
    public void set(List<Due> dues, Firings firings) {
        try {
            for (Due due : dues) {
                String id = "t-" + ids.getAndIncrement();
                WAITING.put(id, new Fires(firings, due.number()));
                Trigger trigger =
                        TriggerBuilder.newTrigger()
                                .withIdentity(id)
                                .forJob(JOB)
                                .startAt(Date.from(due.at()))
                                .build();
                scheduler.scheduleJob(trigger);
            }
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz took not every timer: " + e.getMessage(), e);
        }
    }

    /** What fires. */
    public static final class Fire implements Job {
        @Override
        public void execute(JobExecutionContext context) {
            Fires fires = WAITING.get(context.getTrigger().getKey().getName());
            if (fires != null) {
                fires.firings.fired(fires.number);
            }
        }
    }

    @Override
    public void begin() {
        try {
            scheduler.start();
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz does not start: " + e.getMessage(), e);
        }
    }

    @Override
    public void rest() {
        try {
            scheduler.standby();
            WAITING.clear();
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz does not rest: " + e.getMessage(), e);
        }
    }

    @Override
    public Duration cpu() {
        return peers.cpu();
    }

    @Override
    public void close() {
        try {
            scheduler.shutdown(true);
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz does not stop: " + e.getMessage(), e);
        }
    }
}
