package dev.ephor.faults.load;

import dev.ephor.quickstart.issuer.SignIn;
import dev.ephor.quickstart.platform.Platform;
import dev.ephor.quickstart.world.ManagedGroup;
import dev.ephor.quickstart.world.Person;
import dev.ephor.quickstart.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Everybody's lives with every group, at the same time, until it is called off. */
public final class Load {
    private final List<Thread> threads = new ArrayList<>();
    private final Moments moments = new Moments();

    private Load() {}

    /** The world in which so many people can ask. */
    public static World world(int people) {
        return Crowd.world(people);
    }

    public static Load start(Platform platform, World world, ClientLog log, long seed) {
        var load = new Load();
        var asking = new Asking(platform.url(), log, load.moments);
        String admin = platform.issuer().token(World.ADMIN.name(), SignIn.MFA);
        for (ManagedGroup group : world.moreGroups()) {
            log.write(
                    ClientLog.line("group").put("id", group.id()).put("name", group.displayName()));
            for (Person person : world.crowd()) {
                String token = platform.issuer().token(person.name(), SignIn.MFA);
                var who = new Life.Who(group.id(), person.id(), token, admin);
                var random = new Random(seed * 31 + load.threads.size());
                var life = new Life(who, asking, load.moments, random);
                load.threads.add(Thread.ofVirtual().name("life").start(life));
            }
        }
        return load;
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
