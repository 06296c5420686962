package dev.ephor.testing.whole;

import com.microsoft.graph.core.requests.BaseGraphRequestAdapter;
import com.microsoft.graph.identitygovernance.privilegedaccess.group.GroupRequestBuilder;
import com.microsoft.graph.models.PrivilegedAccessGroupAssignmentScheduleInstance;
import com.microsoft.graph.models.PrivilegedAccessGroupAssignmentScheduleRequest;
import com.microsoft.graph.models.PrivilegedAccessGroupEligibilitySchedule;
import com.microsoft.graph.models.PrivilegedAccessGroupEligibilityScheduleRequest;
import com.microsoft.graph.models.ScheduleRequestActions;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.authentication.AccessTokenProvider;
import com.microsoft.kiota.authentication.AllowedHostsValidator;
import com.microsoft.kiota.authentication.BaseBearerTokenAuthenticationProvider;
import dev.ephor.quickstart.issuer.SignIn;
import dev.ephor.quickstart.platform.Platform;
import dev.ephor.quickstart.world.ManagedGroup;
import dev.ephor.quickstart.world.Person;
import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/** Microsoft's Graph SDK as it is, but for its base URL and its token provider. */
record GraphClient(Person person, GraphServiceClient graph) {

    static GraphClient of(Platform platform, Person person, SignIn signIn) {
        String token = platform.issuer().token(person.name(), signIn);
        var authentication = new BaseBearerTokenAuthenticationProvider(new OneToken(token));
        var adapter = new BaseGraphRequestAdapter(authentication, platform.url() + "/v1.0");
        return new GraphClient(person, new GraphServiceClient(adapter));
    }

    static GraphClient of(Person person) {
        return of(SharedPlatform.get(), person, SignIn.MFA);
    }

    /** PIM for Groups. */
    GroupRequestBuilder pim() {
        return graph.identityGovernance().privilegedAccess().group();
    }

    PrivilegedAccessGroupEligibilityScheduleRequest makeEligible(
            Person whom, ManagedGroup group, OffsetDateTime end) {
        var wish = Wishes.eligibility(ScheduleRequestActions.AdminAssign, whom, group.id(), end);
        return ask(wish);
    }

    PrivilegedAccessGroupEligibilityScheduleRequest ask(
            PrivilegedAccessGroupEligibilityScheduleRequest wish) {
        return pim().eligibilityScheduleRequests().post(wish);
    }

    PrivilegedAccessGroupAssignmentScheduleRequest ask(
            PrivilegedAccessGroupAssignmentScheduleRequest wish) {
        return pim().assignmentScheduleRequests().post(wish);
    }

    PrivilegedAccessGroupAssignmentScheduleRequest activate(ManagedGroup group, Duration length) {
        return ask(Wishes.activation(person, group.id(), length));
    }

    PrivilegedAccessGroupAssignmentScheduleRequest giveBack(ManagedGroup group) {
        return ask(Wishes.assignment(ScheduleRequestActions.SelfDeactivate, person, group.id()));
    }

    List<PrivilegedAccessGroupEligibilitySchedule> eligibilities() {
        return pim().eligibilitySchedules().filterByCurrentUserWithOn("principal").get().getValue();
    }

    List<PrivilegedAccessGroupAssignmentScheduleInstance> instances() {
        return pim().assignmentScheduleInstances()
                .filterByCurrentUserWithOn("principal")
                .get()
                .getValue();
    }

    PrivilegedAccessGroupAssignmentScheduleRequest request(String id) {
        return pim().assignmentScheduleRequests()
                .byPrivilegedAccessGroupAssignmentScheduleRequestId(id)
                .get();
    }

    private record OneToken(String token) implements AccessTokenProvider {
        @Override
        public String getAuthorizationToken(URI uri, Map<String, Object> context) {
            return token;
        }

        @Override
        public AllowedHostsValidator getAllowedHostsValidator() {
            return new AllowedHostsValidator();
        }
    }
}
