package dev.ephor.quickstart.entra;

import static dev.ephor.quickstart.entra.Acme.ABSENT;
import static dev.ephor.quickstart.entra.Acme.ARNO;
import static dev.ephor.quickstart.entra.Acme.DANA;
import static dev.ephor.quickstart.entra.Acme.EVERYBODY;
import static dev.ephor.quickstart.entra.Acme.OPERATORS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.microsoft.graph.core.content.BatchRequestContentCollection;
import com.microsoft.graph.core.content.BatchResponseContentCollection;
import com.microsoft.graph.core.tasks.PageIterator;
import com.microsoft.graph.models.DirectoryObject;
import com.microsoft.graph.models.DirectoryObjectCollectionResponse;
import com.microsoft.graph.models.Group;
import com.microsoft.graph.models.ReferenceCreate;
import com.microsoft.graph.models.User;
import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.graph.users.item.checkmembergroups.CheckMemberGroupsPostRequestBody;
import dev.ephor.quickstart.entra.DirectoryEffect.Change;
import dev.ephor.quickstart.http.Fault;
import dev.ephor.quickstart.http.FaultRule;
import dev.ephor.quickstart.http.Journal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The emulator as Microsoft's own Java SDK sees it. */
class GraphSdkTest {
    private final Acme acme = new Acme();
    private final GraphServiceClient graph = acme.sdk();

    @AfterEach
    void close() {
        acme.close();
    }

    @Test
    void adds_and_removes_a_member() {
        // Given
        add(OPERATORS, DANA);

        // When
        graph.groups().byGroupId(OPERATORS).members().byDirectoryObjectId(DANA).ref().delete();

        // Then
        assertThat(acme.entra.members(OPERATORS)).isEmpty();
        assertThat(acme.entra.journal().entries())
                .extracting(Journal.Entry::effect)
                .containsExactly(
                        new DirectoryEffect(Change.ADD, OPERATORS, DANA, Access.MEMBER),
                        new DirectoryEffect(Change.REMOVE, OPERATORS, DANA, Access.MEMBER));
    }

    @Test
    void refuses_to_add_a_member_twice_in_graphs_words() {
        // Given
        add(OPERATORS, DANA);

        // When
        ODataError error = catchThrowableOfType(ODataError.class, () -> add(OPERATORS, DANA));

        // Then
        assertThat(error.getResponseStatusCode()).isEqualTo(400);
        assertThat(error.getError().getCode()).isEqualTo("Request_BadRequest");
        assertThat(error.getError().getMessage())
                .isEqualTo(
                        "One or more added object references already exist for the following modified"
                                + " properties: 'members'.");
        assertThat(error.getError().getInnerError().getRequestId()).isNotBlank();
        assertThat(acme.entra.journal().size()).isEqualTo(1);
    }

    @Test
    void answers_404_to_the_removal_of_who_is_no_member() {
        // When
        ODataError error =
                catchThrowableOfType(
                        ODataError.class,
                        () ->
                                graph.groups()
                                        .byGroupId(OPERATORS)
                                        .members()
                                        .byDirectoryObjectId(DANA)
                                        .ref()
                                        .delete());

        // Then
        assertThat(error.getResponseStatusCode()).isEqualTo(404);
        assertThat(error.getError().getCode()).isEqualTo("Request_ResourceNotFound");
        assertThat(error.getError().getMessage())
                .isEqualTo(
                        "Resource '"
                                + DANA
                                + "' does not exist or one of its queried reference-property objects"
                                + " are not present.");
    }

    @Test
    void answers_404_to_an_unknown_group() {
        // When
        ODataError error = catchThrowableOfType(ODataError.class, () -> add(ABSENT, DANA));

        // Then
        assertThat(error.getResponseStatusCode()).isEqualTo(404);
        assertThat(error.getError().getMessage()).contains(ABSENT);
    }

    @Test
    void binds_several_members_at_once_or_none() {
        // Given
        add(OPERATORS, ARNO);

        // When
        ODataError error =
                catchThrowableOfType(ODataError.class, () -> bind(OPERATORS, List.of(DANA, ARNO)));
        bind(EVERYBODY, List.of(DANA, ARNO));

        // Then
        assertThat(error.getResponseStatusCode()).isEqualTo(400);
        assertThat(acme.entra.members(OPERATORS)).containsExactly(ARNO);
        assertThat(acme.entra.members(EVERYBODY)).containsExactly(DANA, ARNO);
    }

    @Test
    void pages_through_members_by_absolute_links() throws Exception {
        // Given
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            String id = "aaaaaaaa-0000-4000-8000-0000000000%02d".formatted(i);
            acme.entra.addUser(id, "User " + i, "user" + i + "@example.com");
            acme.entra.addMember(OPERATORS, id);
            ids.add(id);
        }
        List<String> seen = new ArrayList<>();

        // When
        DirectoryObjectCollectionResponse first =
                graph.groups().byGroupId(OPERATORS).members().get(c -> c.queryParameters.top = 10);
        new PageIterator.Builder<DirectoryObject, DirectoryObjectCollectionResponse>()
                .client(graph)
                .collectionPage(first)
                .collectionPageFactory(
                        DirectoryObjectCollectionResponse::createFromDiscriminatorValue)
                .processPageItemCallback(member -> seen.add(((User) member).getId()))
                .build()
                .iterate();

        // Then
        assertThat(first.getOdataNextLink()).startsWith(acme.entra.graphUrl() + "/groups/");
        assertThat(seen).containsExactlyElementsOf(ids);
    }

    @Test
    void checks_membership_through_groups_in_groups() {
        // Given
        acme.entra.addMember(EVERYBODY, OPERATORS);
        acme.entra.addMember(OPERATORS, DANA);
        CheckMemberGroupsPostRequestBody body = new CheckMemberGroupsPostRequestBody();
        body.setGroupIds(List.of(EVERYBODY, ABSENT));

        // When
        List<String> held = graph.users().byUserId(DANA).checkMemberGroups().post(body).getValue();

        // Then
        assertThat(held).containsExactly(EVERYBODY);
    }

    @Test
    void answers_every_request_of_a_batch_by_itself() throws Exception {
        // Given
        add(OPERATORS, ARNO);
        BatchRequestContentCollection batch = new BatchRequestContentCollection(graph);
        String fresh = batch.addBatchRequestStep(addition(DANA));
        String repeated = batch.addBatchRequestStep(addition(ARNO));

        // When
        BatchResponseContentCollection answers = graph.getBatchRequestBuilder().post(batch, null);

        // Then
        assertThat(answers.getResponsesStatusCodes())
                .containsEntry(fresh, 204)
                .containsEntry(repeated, 400);
        assertThat(acme.entra.members(OPERATORS)).containsExactly(DANA, ARNO);
    }

    @Test
    void throttles_on_command_with_a_retry_after() {
        // Given
        acme.entra.faults().add(FaultRule.once("POST", "/members/$ref", Fault.throttled(7)));

        // When
        ODataError error = catchThrowableOfType(ODataError.class, () -> add(OPERATORS, DANA));
        add(OPERATORS, ARNO);

        // Then
        assertThat(error.getResponseStatusCode()).isEqualTo(429);
        assertThat(error.getResponseHeaders().get("Retry-After")).containsExactly("7");
        assertThat(acme.entra.members(OPERATORS)).containsExactly(ARNO);
    }

    private void add(String group, String principal) {
        ReferenceCreate reference = new ReferenceCreate();
        reference.setOdataId(Acme.reference(principal));
        graph.groups().byGroupId(group).members().ref().post(reference);
    }

    private com.microsoft.kiota.RequestInformation addition(String principal) {
        ReferenceCreate reference = new ReferenceCreate();
        reference.setOdataId(Acme.reference(principal));
        return graph.groups()
                .byGroupId(OPERATORS)
                .members()
                .ref()
                .toPostRequestInformation(reference);
    }

    private void bind(String group, List<String> principals) {
        Group patch = new Group();
        patch.getAdditionalData()
                .put("members@odata.bind", principals.stream().map(Acme::reference).toList());
        graph.groups().byGroupId(group).patch(patch);
    }
}
