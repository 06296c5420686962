package dev.ephor.faults.load;

import dev.ephor.faults.load.Meddler.Way;
import dev.ephor.quickstart.client.HttpCalls;
import dev.ephor.quickstart.issuer.SignIn;
import dev.ephor.quickstart.platform.Platform;
import dev.ephor.quickstart.world.ManagedGroup;
import dev.ephor.quickstart.world.Person;
import dev.ephor.quickstart.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** Everybody's lives with every group, at the same time, until it is called off. */
public final class Load {
    /** A third of what two cores can take, which others may use as well. */
    private static final Duration BETWEEN_APPOINTMENTS = Duration.ofMillis(75);

    private final List<Thread> threads = new ArrayList<>();
    private final Moments moments = new Moments();
    private final Platform platform;
    private final World world;
    private final ClientLog log;
    private final Asking asking;
    private final List<Life.Who> everybody = new ArrayList<>();

    private Load(Platform platform, World world, ClientLog log) {
        this.platform = platform;
        this.world = world;
        this.log = log;
        this.asking = new Asking(platform.url(), log, moments);
    }

    /** The world in which so many people can ask. */
    public static World world(int people) {
        return Crowd.world(people);
    }

    /** Nobody asks for anything yet. */
    public static Load of(Platform platform, World world, ClientLog log) {
        var load = new Load(platform, world, log);
        for (ManagedGroup group : world.moreGroups()) {
            log.write(
                    ClientLog.line("group").put("id", group.id()).put("name", group.displayName()));
        }
        load.signIn();
        return load;
    }

    private void signIn() {
        String admin = platform.issuer().token(World.ADMIN.name(), SignIn.MFA);
        for (Person person : world.crowd()) {
            String token = platform.issuer().token(person.name(), SignIn.MFA);
            for (ManagedGroup group : world.moreGroups()) {
                everybody.add(new Life.Who(group.id(), person.id(), token, admin));
            }
        }
    }

    /** From now on everybody asks again and again. */
    public void live(long seed) {
        everybody(
                who -> {
                    var random = new Random(seed * 31 + threads.size());
                    return new Life(who, asking, moments, random);
                });
    }

    /**
     * Everybody asks once, one after the other; the windows end so too.
     *
     * @param from when the first ends
     * @param time until the last ends
     */
    public void appoint(Instant from, Duration time) {
        Instant now = Instant.now();
        everybody(
                who -> {
                    int turn = threads.size();
                    Instant ask = now.plus(BETWEEN_APPOINTMENTS.multipliedBy(turn));
                    Instant end = from.plus(time.multipliedBy(turn).dividedBy(everybody.size()));
                    end = end.truncatedTo(ChronoUnit.MILLIS);
                    return new Appointment(who, asking, moments, ask, end);
                });
    }

    /** How long it takes until everybody with an appointment has asked. */
    public Duration timeToAppoint() {
        return BETWEEN_APPOINTMENTS.multipliedBy(everybody.size());
    }

    private void everybody(Function<Life.Who, Runnable> does) {
        everybody.forEach(who -> begin(does.apply(who)));
    }

    /** From now on somebody also changes memberships by hand, one in each group. */
    public void meddle() {
        var calls = new HttpCalls(platform.issuer().token(World.ADMIN.name(), SignIn.MFA));
        var tools = new Meddler.Tools(new Board(calls, platform.url()), log, moments);
        String token = platform.issuer().token(World.USER_A.name(), SignIn.MFA);
        for (Way way : Way.values()) {
            String group = world.moreGroups().get(way.ordinal()).id();
            var who = new Life.Who(group, World.USER_A.id(), token, token);
            begin(new Meddler(way, who, platform.entra(), asking, tools));
        }
    }

    private void begin(Runnable life) {
        threads.add(Thread.ofVirtual().name("life").start(life));
    }

    /** Begins nothing any more; what was begun goes on to its end. */
    public void callOff() {
        moments.callOff();
    }

    /** Returns when all that was begun is at its end. */
    public void finish() throws InterruptedException {
        callOff();
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
