package dev.ephor.benchmarks.windows;

import java.time.Duration;
import java.util.List;

/** Somebody who keeps timers and fires them. */
interface Timers extends AutoCloseable {

    /** With the settings that matter. */
    String name();

    /** What a timer that was taken survives. */
    String durability();

    /** Waits until so many are pending that are not due during the whole measurement. */
    void fill(int pending) throws InterruptedException;

    /** How long before its due time a run of so many has to be set. */
    Duration lead(int count);

    /** Takes a run; returns when every one of it is kept. */
    void set(List<Due> dues, Firings firings) throws InterruptedException;

    /** Begins to look for what is due. */
    void begin();

    /** Ceases to. */
    void rest() throws InterruptedException;

    /** Spent so far by those who do it: client and database, or service and broker. */
    Duration cpu();

    @Override
    void close();
}
