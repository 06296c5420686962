package dev.ephor.quickstart.bench;

import dev.ephor.quickstart.issuer.SignIn;
import dev.ephor.quickstart.platform.Platform;
import dev.ephor.quickstart.platform.ServiceName;
import dev.ephor.quickstart.world.Person;
import dev.ephor.quickstart.world.World;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The lists that people look at: their own eligibilities, an approver's inbox, an admin's lists.
 */
final class Questions {
    private static final String GRAPH = "/v1.0/identityGovernance/privilegedAccess/group/";
    private static final String MINE = "/filterByCurrentUser(on='principal')";
    private static final String INBOX = "/filterByCurrentUser(on='approver')";
    private static final Page OF_A_PERSON = new Page(Estate.GROUPS_OF_A_PERSON, false);

    /** The page that one gets who asks for none. */
    private static final Page FULL = new Page(100, true);

    private static final int KINDS = 7;

    /** Signing their tokens takes longer than asking. */
    private static final int DIFFERENT_PEOPLE = 500;

    private final Platform platform;
    private final Estate estate;
    private final List<String> people;
    private final String approver;
    private final String admin;

    Questions(Platform platform, Estate estate) {
        this.platform = platform;
        this.estate = estate;
        this.people = estate.people().stream().limit(DIFFERENT_PEOPLE).map(this::token).toList();
        this.approver = token(estate.approvers().getFirst());
        this.admin = token(World.ADMIN);
    }

    /** So many, each kind as often as any other. */
    List<Question> mixed(int count) {
        return IntStream.range(0, count).mapToObj(i -> kinds(i).get(i % KINDS)).toList();
    }

    private List<Question> kinds(int number) {
        String person = people.get(number % people.size());
        String group = estate.groups().get(number * 31 % estate.groups().size()).id();
        var kinds = new ArrayList<Question>();
        kinds.add(
                requests("inbox: requests", "assignmentScheduleRequests" + INBOX, approver, FULL));
        kinds.add(
                new Question(
                        "inbox: approvals",
                        at(ServiceName.APPROVAL, GRAPH + "assignmentApprovals" + INBOX),
                        approver,
                        FULL));
        kinds.add(
                requests(
                        "my eligibilities: instances",
                        "eligibilityScheduleInstances" + MINE,
                        person,
                        OF_A_PERSON));
        kinds.add(
                requests(
                        "my eligibilities: schedules with groups",
                        "eligibilitySchedules" + MINE + "?$expand=group",
                        person,
                        OF_A_PERSON));
        kinds.add(
                new Question(
                        "my eligibilities: Ephor's own list",
                        at(ServiceName.REQUEST, "/ephor/v1/eligibilities"),
                        person,
                        OF_A_PERSON));
        kinds.add(
                requests(
                        "filtered: who is eligible for a group",
                        "eligibilityScheduleInstances?$filter=groupId%20eq%20'" + group + "'",
                        admin,
                        new Page(Estate.PEOPLE_OF_A_GROUP, false)));
        kinds.add(
                requests(
                        "filtered: requests by status",
                        "assignmentScheduleRequests?$filter=status%20eq%20'PendingApproval'&$top=50",
                        admin,
                        new Page(50, true)));
        return kinds;
    }

    private Question requests(String kind, String list, String token, Page wanted) {
        return new Question(kind, at(ServiceName.REQUEST, GRAPH + list), token, wanted);
    }

    /** Past the gateway, which is the quickstart's own and not what is measured. */
    private URI at(ServiceName service, String path) {
        return URI.create(platform.service(service.text()).url() + path);
    }

    private String token(Person person) {
        return platform.issuer().token(person.name(), SignIn.MFA);
    }
}
