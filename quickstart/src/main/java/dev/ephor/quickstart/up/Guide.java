package dev.ephor.quickstart.up;

import dev.ephor.quickstart.platform.Addresses;
import dev.ephor.quickstart.platform.Platform;
import dev.ephor.quickstart.platform.ServiceName;
import dev.ephor.quickstart.world.World;
import java.io.PrintStream;

/** Where everything listens, and curl lines for each persona in the order of the scenario. */
public final class Guide {
    private static final String PIM = "/v1.0/identityGovernance/privilegedAccess/group";

    private final Platform platform;
    private final PrintStream out;

    public Guide(Platform platform, PrintStream out) {
        this.platform = platform;
        this.out = out;
    }

    public void print() {
        out.printf("%nThe platform is up; Ctrl-C ends it and leaves nothing behind.%n%n");
        platform.addresses()
                .byName()
                .forEach((name, port) -> out.printf("  %-22s %s%n", name, address(name, port)));
        out.println();
        out.println(lines());
        out.printf(
                "# The admin changes the configuration: a copy of it, planned and applied.%n"
                        + "cp %s my.yaml; ./ephor plan my.yaml; ./ephor apply my.yaml%n",
                platform.configuration());
    }

    private String address(String name, int port) {
        return switch (name) {
            case Addresses.KAFKA -> "127.0.0.1:" + port + "  (bootstrap server)";
            case Addresses.POSTGRES ->
                    "jdbc:postgresql://127.0.0.1:" + port + "/ephor_request, ...";
            case Addresses.ISSUER -> platform.issuer().issuerUrl() + "  (OIDC issuer)";
            case Addresses.ENTRA -> platform.entra().graphUrl() + "  (Entra emulator)";
            case Addresses.APP1 -> platform.app1().scimUrl() + "  (SCIM application)";
            default -> "http://127.0.0.1:" + port + "/q/openapi, /q/health, /q/metrics";
        };
    }

    private String lines() {
        String request = platform.service(ServiceName.REQUEST.text()).url();
        String approval = platform.service(ServiceName.APPROVAL.text()).url();
        String audit = platform.service(ServiceName.AUDIT.text()).url();
        return """
               # Tokens: client_id is the persona, scope is how they signed in (pwd or mfa).
               token() { curl -s %s -d grant_type=client_credentials -d client_id=$1 -d client_secret=any -d scope=$2 | sed -n 's/.*"access_token" *: *"\\([^"]*\\)".*/\\1/p'; }

               # User A asks to become an administrator of App1; without MFA (scope pwd) this is a challenge.
               curl -si %s%s/assignmentScheduleRequests -H "Authorization: Bearer $(token user-a mfa)" -H 'Content-Type: application/json' -d '{
                 "action": "selfActivate", "accessId": "member", "principalId": "%s", "groupId": "%s",
                 "justification": "restart of the billing workers", "ticketInfo": {"ticketNumber": "INC-20417", "ticketSystem": "Helpdesk"},
                 "scheduleInfo": {"expiration": {"type": "afterDuration", "duration": "PT30M"}}}'

               # Approver B approves; ID is the request's id.
               ID=...
               STAGE=$(curl -s %s%s/assignmentApprovals/$ID -H "Authorization: Bearer $(token approver-b mfa)" | sed -n 's/.*"stages".*"id" *: *"\\([^"]*\\)".*/\\1/p')
               curl -si -X PATCH %s%s/assignmentApprovals/$ID/stages/$STAGE -H "Authorization: Bearer $(token approver-b mfa)" -H 'Content-Type: application/json' -d '{"reviewResult": "Approve", "justification": "on call"}'

               # User A looks at its stages, and gives it back.
               curl -s %s/ephor/v1/activations/$ID -H "Authorization: Bearer $(token user-a mfa)"
               curl -si %s%s/assignmentScheduleRequests -H "Authorization: Bearer $(token user-a mfa)" -H 'Content-Type: application/json' -d '{"action": "selfDeactivate", "accessId": "member", "principalId": "%s", "groupId": "%s"}'

               # The auditor reads one activation's story and verifies the log; the admin sees windows and deliveries.
               curl -s %s/ephor/v1/audit/activations/$ID -H "Authorization: Bearer $(token auditor mfa)"
               curl -s %s/ephor/v1/audit/verify -H "Authorization: Bearer $(token auditor mfa)"
               curl -s %s/ephor/v1/windows -H "Authorization: Bearer $(token admin mfa)"
               curl -s %s/ephor/v1/provisioning-log -H "Authorization: Bearer $(token admin mfa)"
               """
                .formatted(
                        platform.issuer().tokenUrl(),
                        request,
                        PIM,
                        World.USER_A.id(),
                        World.GROUP_Y.id(),
                        approval,
                        PIM,
                        approval,
                        PIM,
                        request,
                        request,
                        PIM,
                        World.USER_A.id(),
                        World.GROUP_Y.id(),
                        audit,
                        audit,
                        platform.service(ServiceName.MEMBERSHIP.text()).url(),
                        platform.service(ServiceName.PROVISIONING.text()).url());
    }
}
