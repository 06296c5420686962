package dev.ephor.faults.weaving;

import dev.ephor.faults.weaving.Alteration.Halt;
import java.util.List;
import java.util.Optional;

/**
 * Places between two steps at which a process can be let die, in the order of an activation's way.
 */
public final class CrashPoints {
    /**
     * A process that can be let die somewhere.
     *
     * @param service such as {@code membership-service}
     */
    public record CrashPoint(String service, String name, Halt halt) {
        /** As the agent knows it. */
        public String id() {
            return service + "/" + name;
        }
    }

    /**
     * The service, the name, and where: before or after which call in which method of which class.
     */
    private static final String TABLE =
            """
            request-service       said-not-committed         after   kit.journal.Journal                         appendAll      appendRaw
            request-service       committed-not-sent         before  kit.journal.Outbox                          publish        send
            request-service       sent-not-acknowledged      after   kit.journal.Outbox                          publish        send
            request-service       acknowledged-not-marked    before  kit.journal.Outbox                          markPublished  executeUpdate
            request-service       marked                     after   kit.journal.Outbox                          markPublished  executeUpdate
            approval-service      heard-not-handled          before  kit.inbox.ConsumerLoop                      poll           handle
            approval-service      handled-not-committed      after   kit.inbox.EventTransaction                  handleAll      acceptAll
            approval-service      committed-offset-not       before  kit.inbox.ConsumerLoop                      poll           commitAsync
            approval-service      approved-not-sent          before  kit.journal.Outbox                          publish        send
            membership-service    decided-not-written        before  membership.kafka.Books                      turn           write
            membership-service    written-not-said           before  membership.kafka.Books                      turn           say
            membership-service    said-directory-not-asked   after   membership.kafka.Books                      turn           say
            membership-service    before-the-directory-call  before  membership.application.Telling              send           call
            membership-service    after-the-directory-call   after   membership.application.Telling              send           call
            membership-service    read-back-not-told         before  membership.application.DirectoryCall        seen           tell
            membership-service    told-not-acknowledged      after   membership.kafka.ObservationSender          tell           send
            membership-service    due-not-fired              before  membership.kafka.MembershipProcessor        fire           turn
            provisioning-service  heard-not-wanted           before  kit.inbox.ConsumerLoop                      poll           handle
            provisioning-service  before-the-target-call     before  provisioning.delivering.Rounds              made           tell
            provisioning-service  after-the-target-call      after   provisioning.delivering.Rounds              made           tell
            provisioning-service  recorded-not-said          before  provisioning.application.RecordingOutcomes  record         appendAll
            provisioning-service  outcome-not-committed      after   provisioning.application.RecordingOutcomes  record         appendAll
            audit-service         heard-not-sealed           before  kit.inbox.ConsumerLoop                      poll           handle
            audit-service         sealed-not-committed       after   audit.kafka.HearingEverything               acceptAll      seal
            audit-service         sealed-offset-not          before  kit.inbox.ConsumerLoop                      poll           commitAsync
            audit-service         sealed-not-published       before  audit.kafka.Publisher                       publish        send
            audit-service         published-not-marked       after   audit.kafka.PublishingEntries               take           publish
            """;

    private static final List<CrashPoint> ALL = TABLE.lines().map(CrashPoints::point).toList();

    private CrashPoints() {}

    public static List<CrashPoint> all() {
        return ALL;
    }

    /** Public, because the agent and what the services' classes call have loaders of their own. */
    public static Optional<Alteration> named(String id) {
        return find(id).map(CrashPoint::halt);
    }

    /** By its id. */
    public static CrashPoint of(String id) {
        return find(id).orElseThrow(
                        () -> new IllegalArgumentException("no crash point is called " + id));
    }

    private static Optional<CrashPoint> find(String id) {
        return ALL.stream().filter(point -> point.id().equals(id)).findFirst();
    }

    private static CrashPoint point(String line) {
        String[] words = line.split(" +");
        var where = Where.of(words[3], words[4], words[5]);
        return new CrashPoint(words[0], words[1], new Halt(where, words[2].equals("before")));
    }
}
