package dev.ephor.testing.whole;

import static dev.ephor.testing.whole.Walk.HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.graph.core.tasks.PageIterator;
import com.microsoft.graph.models.PrivilegedAccessGroupEligibilityScheduleRequest;
import com.microsoft.graph.models.PrivilegedAccessGroupEligibilityScheduleRequestCollectionResponse;
import dev.ephor.quickstart.world.ManagedGroup;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An admin's lists through Microsoft's Graph SDK: filtered, ordered, narrowed, counted, paged. */
class GraphSdkListsTest {
    private final GraphClient admin = Walk.admin();

    private static List<String> three(ManagedGroup group) {
        var people = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            people.add(Walk.holder(group).person().id());
        }
        return people;
    }

    @Test
    void requests_are_filtered_ordered_narrowed_and_counted() {
        // Given
        OffsetDateTime before = Walk.in(Duration.ofMinutes(-1));
        ManagedGroup group = SdkWorld.somewhere();
        List<String> people = three(group);
        String filter =
                "%s and status eq 'provisioned' and createdDateTime ge %s and not (principalId eq '%s')"
                        .formatted(Walk.ofGroup(group), before, people.getFirst());

        // When
        var page =
                admin.pim()
                        .eligibilityScheduleRequests()
                        .get(
                                c -> {
                                    c.queryParameters.filter = filter;
                                    c.queryParameters.orderby =
                                            new String[] {"createdDateTime asc"};
                                    c.queryParameters.select = new String[] {"id", "principalId"};
                                    c.queryParameters.count = true;
                                });

        // Then
        assertThat(page.getOdataCount()).isEqualTo(2);
        assertThat(page.getValue())
                .extracting(PrivilegedAccessGroupEligibilityScheduleRequest::getPrincipalId)
                .containsExactlyElementsOf(people.subList(1, 3));
        assertThat(page.getValue()).allMatch(request -> request.getStatus() == null);
    }

    @Test
    void the_sdks_page_iterator_finds_every_page() throws Exception {
        // Given
        ManagedGroup group = SdkWorld.somewhere();
        List<String> people = three(group);
        var first =
                admin.pim()
                        .eligibilityScheduleRequests()
                        .get(
                                c -> {
                                    c.queryParameters.filter = Walk.ofGroup(group);
                                    c.queryParameters.top = 1;
                                });
        var found = new ArrayList<String>();

        // When
        new PageIterator.Builder<
                        PrivilegedAccessGroupEligibilityScheduleRequest,
                        PrivilegedAccessGroupEligibilityScheduleRequestCollectionResponse>()
                .client(admin.graph())
                .collectionPage(first)
                .collectionPageFactory(
                        PrivilegedAccessGroupEligibilityScheduleRequestCollectionResponse
                                ::createFromDiscriminatorValue)
                .processPageItemCallback(request -> found.add(request.getPrincipalId()))
                .build()
                .iterate();

        // Then
        assertThat(found).containsExactlyElementsOf(people.reversed());
    }

    @Test
    void schedules_and_instances_of_a_group_are_an_admins_to_see() {
        // Given
        ManagedGroup group = SdkWorld.somewhere();
        GraphClient holder = Walk.holder(group);
        Walk.holder(group);
        holder.activate(group, HOUR);
        Walk.awaitInstances(holder, 1);
        String both = Walk.ofGroup(group) + " and " + Walk.ofPerson(holder.person());

        // When
        var eligibilities =
                admin.pim()
                        .eligibilitySchedules()
                        .get(
                                c -> {
                                    c.queryParameters.filter = Walk.ofGroup(group);
                                    c.queryParameters.orderby = new String[] {"startDateTime desc"};
                                    c.queryParameters.count = true;
                                    c.queryParameters.top = 1;
                                });
        var instances =
                admin.pim().assignmentScheduleInstances().get(c -> c.queryParameters.filter = both);

        // Then
        assertThat(eligibilities.getOdataCount()).isEqualTo(2);
        assertThat(eligibilities.getValue()).hasSize(1);
        assertThat(eligibilities.getOdataNextLink()).isNotNull();
        assertThat(instances.getValue()).hasSize(1);
    }

    @Test
    void a_list_that_cannot_be_answered_says_why() {
        // When
        String unpinned = Walk.code(() -> admin.pim().eligibilitySchedules().get());
        var unknown =
                Walk.refused(
                        () ->
                                admin.pim()
                                        .assignmentScheduleRequests()
                                        .get(c -> c.queryParameters.filter = "colour eq 'red'"));

        // Then
        assertThat(unpinned).isEqualTo("InvalidFilter");
        assertThat(unknown.getError().getCode()).isEqualTo("InvalidFilter");
        assertThat(unknown.getError().getMessage()).contains("colour");
    }

    @Test
    void nobody_else_sees_what_an_admin_sees() {
        // Given
        ManagedGroup group = SdkWorld.somewhere();
        three(group);
        GraphClient holder = Walk.holder(group);

        // When
        var seen =
                holder.pim()
                        .eligibilityScheduleRequests()
                        .get(c -> c.queryParameters.filter = Walk.ofGroup(group));

        // Then
        assertThat(seen.getValue())
                .extracting(PrivilegedAccessGroupEligibilityScheduleRequest::getPrincipalId)
                .containsExactly(holder.person().id());
    }
}
