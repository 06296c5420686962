package dev.ephor.faults.referee;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Collects what a run left behind, and judges it. Ends with 1 when anything was broken. */
public final class Referee {
    /** How it ends when it could not judge, which is told from a run that failed. */
    private static final int UNJUDGED = 2;

    private Referee() {}

    /**
     * @param args the folder with the client's log; for a run that has just been, also the URLs of
     *     directory and application and the broker's address
     */
    public static void main(String[] args) {
        try {
            System.exit(judge(List.of(args)));
        } catch (IOException | RuntimeException e) {
            System.err.println("cannot judge: " + e);
            System.exit(UNJUDGED);
        } catch (InterruptedException e) {
            System.exit(UNJUDGED);
        }
    }

    private static int judge(List<String> words) throws IOException, InterruptedException {
        if (words.size() != 1 && words.size() != 4) {
            System.err.println(
                    "Usage: Referee <folder> [<directory URL> <application URL> <broker>]");
            return UNJUDGED;
        }
        Path folder = Path.of(words.getFirst());
        if (words.size() == 4) {
            var collecting = new Collecting(folder);
            collecting.journal(words.get(1), History.DIRECTORY);
            collecting.journal(words.get(2), History.APPLICATION);
            collecting.topics(words.get(3));
        }
        Verdict verdict = Verdict.of(new Folder(folder).read());
        verdict.print(System.out);
        return verdict.isPassed() ? 0 : 1;
    }
}
