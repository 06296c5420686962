package dev.ephor.quickstart.bench;

import dev.ephor.quickstart.platform.Addresses;
import dev.ephor.quickstart.platform.Platform;
import dev.ephor.quickstart.platform.ServiceName;
import dev.ephor.quickstart.platform.Setup;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;

/**
 * {@code ./ephor bench api}: how long the lists of a large tenant take that people look at most,
 * when all of them are asked for at once.
 */
public final class ApiBench {
    /**
     * A file with 50,000 eligibilities is read and applied as a whole, which the quickstart's usual
     * heap does not hold.
     */
    private static final int HEAP_MEGABYTES = 512;

    private static final double RATE = 100;
    private static final int WARM_UP = 3_500;
    private static final int MEASURED = 7_000;
    private static final long SEED = 20_261_122;

    private final Estate estate = Estate.large();
    private final PrintStream out;

    public ApiBench(PrintStream out) {
        this.out = out;
    }

    /** The platform that it needs: nothing but what answers the lists. */
    public Setup setup() {
        return new Setup(
                estate.world(),
                Set.of(ServiceName.REQUEST, ServiceName.APPROVAL),
                HEAP_MEGABYTES,
                Addresses.free());
    }

    /** Runs it; true when every answer was right, however long it took. */
    public boolean run(Platform platform) throws InterruptedException {
        out.printf(
                "%nThere are %d eligibilities and %d groups. Asking and deciding:%n",
                estate.eligibilities(), estate.groups().size());
        new PastRequests(platform, estate, out).make();
        var questions = new Questions(platform, estate);
        out.printf("%nWarming up: %d calls at %.0f a second%n", WARM_UP, RATE);
        boolean warm = ask(questions, WARM_UP, SEED).areRight();
        var before = platform.usages();
        out.printf(
                "%nMeasuring: %d calls at %.0f a second, ms from when each was due%n",
                MEASURED, RATE);
        Answers answers = ask(questions, MEASURED, SEED + 1);
        new UsageTable(out).print(before, platform.usages());
        answers.print(out);
        return warm && answers.areRight();
    }

    private static Answers ask(Questions questions, int count, long seed)
            throws InterruptedException {
        List<Question> all = questions.mixed(count);
        return new Answers(
                OpenLoop.send(Pace.random(RATE, count, seed), (i, due) -> all.get(i).ask(due)));
    }
}
