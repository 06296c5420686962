package dev.ephor.quickstart.up;

import dev.ephor.quickstart.platform.Addresses;
import dev.ephor.quickstart.platform.Platform;
import dev.ephor.quickstart.world.World;
import java.io.PrintStream;

/** Where everything listens, and curl lines for each persona in the order of the scenario. */
public final class Guide {
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
            case Addresses.GATEWAY -> platform.url() + "  (all APIs)";
            case Addresses.SMTP -> "127.0.0.1:" + port + "  (mail server)";
            case Addresses.MAILS -> platform.mails().url() + "  (what arrived there)";
            default -> "http://127.0.0.1:" + port + "/q/openapi, /q/health, /q/metrics";
        };
    }

    private String lines() {
        return """
               # One address for all APIs; Microsoft's Graph SDK takes $EPHOR/v1.0 as its base URL.
               EPHOR=%s; PIM=$EPHOR/v1.0/identityGovernance/privilegedAccess/group
               # Tokens: client_id is the persona, scope is how they signed in (pwd or mfa).
               token() { curl -s %s -d grant_type=client_credentials -d client_id=$1 -d client_secret=any -d scope=$2 | sed -n 's/.*"access_token" *: *"\\([^"]*\\)".*/\\1/p'; }
               as() { local who=$1 path=$2; shift 2; curl -s -H "Authorization: Bearer $(token $who mfa)" -H 'Content-Type: application/json' "$@" "$path"; echo; }

               # The admin makes User A eligible for App1 Support for 90 days; A finds it among their own.
               as admin $PIM/eligibilityScheduleRequests -d '{"action": "adminAssign", "accessId": "member", "principalId": "%s", "groupId": "%s",
                 "justification": "support of App1", "scheduleInfo": {"expiration": {"type": "afterDuration", "duration": "P90D"}}}'
               as user-a "$PIM/eligibilitySchedules/filterByCurrentUser(on='principal')"

               # User A asks to become an administrator of App1; with 'token user-a pwd', without MFA, this is a challenge.
               as user-a $PIM/assignmentScheduleRequests -d '{"action": "selfActivate", "accessId": "member", "principalId": "%s", "groupId": "%s",
                 "justification": "restart of the billing workers", "ticketInfo": {"ticketNumber": "INC-20417", "ticketSystem": "Helpdesk"},
                 "scheduleInfo": {"expiration": {"type": "afterDuration", "duration": "PT30M"}}}'

               # Approver B finds it in the inbox and approves; ID is the request's id.
               as approver-b "$PIM/assignmentApprovals/filterByCurrentUser(on='approver')"
               ID=...
               STAGE=$(as approver-b $PIM/assignmentApprovals/$ID | sed -n 's/.*"stages".*"id" *: *"\\([^"]*\\)".*/\\1/p')
               as approver-b $PIM/assignmentApprovals/$ID/stages/$STAGE -X PATCH -d '{"reviewResult": "Approve", "justification": "on call"}'

               # User A looks at its stages, and gives it back.
               as user-a $EPHOR/ephor/v1/activations/$ID
               as user-a $PIM/assignmentScheduleRequests -d '{"action": "selfDeactivate", "accessId": "member", "principalId": "%s", "groupId": "%s"}'

               # The admin reads the policy, the windows and the deliveries; the auditor one activation's story, and verifies the log.
               as admin "$EPHOR/v1.0/policies/roleManagementPolicyAssignments?\\$filter=scopeId%%20eq%%20'%s'%%20and%%20scopeType%%20eq%%20'Group'&\\$expand=policy(\\$expand=rules)"
               as admin $EPHOR/ephor/v1/windows
               as admin $EPHOR/ephor/v1/provisioning-log
               as auditor $EPHOR/ephor/v1/audit/activations/$ID
               as auditor $EPHOR/ephor/v1/audit/verify

               # A responder ends all that User A has, at once and at every target, and suspends A for a while; the report says what is confirmed.
               as responder $EPHOR/ephor/v1/signals/revoke-access -d '{"scope": {"kind": "principal", "id": "%s"}, "reason": "stolen laptop", "suspend": true}'
               as responder $EPHOR/ephor/v1/responses
               as responder $EPHOR/ephor/v1/signals/resume-access -d '{"scope": {"kind": "principal", "id": "%s"}, "reason": "a new laptop"}'

               # Everybody's mails, as the mail server got them; after=n leaves out the first n.
               curl -s "%s?after=0"
               """
                .formatted(
                        platform.url(),
                        platform.issuer().tokenUrl(),
                        World.USER_A.id(),
                        World.GROUP_V.id(),
                        World.USER_A.id(),
                        World.GROUP_Y.id(),
                        World.USER_A.id(),
                        World.GROUP_Y.id(),
                        World.GROUP_Y.id(),
                        World.USER_A.id(),
                        World.USER_A.id(),
                        platform.mails().url());
    }
}
