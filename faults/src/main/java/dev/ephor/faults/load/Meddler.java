package dev.ephor.faults.load;

import dev.ephor.quickstart.entra.Access;
import dev.ephor.quickstart.entra.EntraEmulator;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/**
 * Somebody who changes one membership at the directory itself, past Ephor, again and again. Nobody
 * else asks for that membership.
 */
final class Meddler implements Runnable {
    /** What is done by hand; the referee knows them by these names. */
    enum Way {
        /** Somebody without a window is made a member. */
        ADDED,
        /** Somebody with a window is thrown out. */
        REMOVED,
        /** Somebody whose window ended is made a member again. */
        RESTORED
    }

    /** Longer than Ephor may take to find it. */
    private static final Duration PATIENCE = Duration.ofSeconds(75);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    private static final Duration BETWEEN = Duration.ofSeconds(5);

    private final Way way;
    private final Life.Who who;
    private final EntraEmulator directory;
    private final Asking asking;
    private final Tools tools;

    /** What it needs beside. */
    record Tools(Board board, ClientLog log, Moments moments) {}

    Meddler(Way way, Life.Who who, EntraEmulator directory, Asking asking, Tools tools) {
        this.way = way;
        this.who = who;
        this.directory = directory;
        this.asking = asking;
        this.tools = tools;
    }

    @Override
    public void run() {
        try {
            while (!tools.moments().calledOffWithin(BETWEEN)) {
                switch (way) {
                    case ADDED -> addAStranger();
                    case REMOVED -> throwOut();
                    case RESTORED -> undoAnEnd();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void addAStranger() throws InterruptedException {
        add();
        until(() -> tools.board().shows(who));
        directory.remove(who.group(), who.principal(), Access.MEMBER);
        until(() -> !tools.board().shows(who));
    }

    private void throwOut() throws InterruptedException {
        if (activate(Duration.ofMinutes(5)) && until(this::isMember)) {
            // Until Ephor has read it back, it takes this for its own call's failing.
            tools.moments().pause(BETWEEN);
            write();
            directory.remove(who.group(), who.principal(), Access.MEMBER);
            until(() -> isMember() || tools.board().shows(who));
        }
        asking.ask(Wish.ending("selfDeactivate", who.token(), who));
        until(() -> !tools.board().shows(who));
    }

    private void undoAnEnd() throws InterruptedException {
        if (activate(Duration.ofSeconds(8)) && until(this::isMember) && until(this::isNoMember)) {
            add();
            until(this::isNoMember);
        }
    }

    private void add() {
        write();
        directory.addMember(who.group(), who.principal());
    }

    private boolean isMember() {
        return directory.isMember(who.group(), who.principal());
    }

    private boolean isNoMember() {
        return !isMember();
    }

    private boolean activate(Duration time) throws InterruptedException {
        Instant end = Instant.now().plus(time).truncatedTo(ChronoUnit.MILLIS);
        return asking.ask(Wish.activation(who, end)).isYes();
    }

    private void write() {
        tools.log()
                .write(
                        ClientLog.line("hand")
                                .put("did", way.name().toLowerCase(Locale.ROOT))
                                .put("group", who.group())
                                .put("principal", who.principal())
                                .put("at", System.currentTimeMillis()));
    }

    /** Whether it came about while somebody was patient. */
    private boolean until(BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean() && Instant.now().isBefore(end)) {
            tools.moments().pause(LOOK_AGAIN);
        }
        return condition.getAsBoolean();
    }
}
