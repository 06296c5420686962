package dev.ephor.faults;

import dev.ephor.faults.RefereeProcess.Judged;
import dev.ephor.faults.load.ClientLog;
import dev.ephor.faults.load.Load;
import dev.ephor.faults.nemesis.Nemesis;
import dev.ephor.quickstart.platform.Platform;
import dev.ephor.quickstart.world.World;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;

/**
 * One run: people ask while things go wrong, everything comes to rest, the referee judges.
 *
 * @param slack how many times as long as by the goals everything may take
 */
record Trial(Platform platform, World world, Path folder, PrintStream out, int slack) {
    /** What goes wrong meanwhile. */
    @FunctionalInterface
    interface Meanwhile {
        void happen(Nemesis nemesis, Load load) throws InterruptedException;
    }

    /**
     * @param rest how long everything may take to come to rest
     */
    Judged hold(Duration rest, Meanwhile meanwhile) throws InterruptedException {
        new BrokerClock(platform).stampTopics();
        try (ClientLog log = ClientLog.in(folder)) {
            Nemesis nemesis = new Nemesis(platform, log, out);
            nemesis.sayStarted();
            Load load = Load.of(platform, world, log);
            meanwhile.happen(nemesis, load);
            load.finish();
            out.println("  nobody asks any more; waiting until all is at rest");
            new Settling(platform, world, rest).await();
            log.write(ClientLog.line("end").put("at", System.currentTimeMillis()));
        } catch (IOException e) {
            throw new IllegalStateException("the client's log cannot be written", e);
        }
        return new RefereeProcess(platform, folder, slack).judge(out);
    }
}
