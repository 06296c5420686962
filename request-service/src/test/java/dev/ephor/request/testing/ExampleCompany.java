package dev.ephor.request.testing;

import dev.ephor.kit.test.TestIssuer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A configuration with many principals, so that each test takes one that no other test used. */
public final class ExampleCompany implements QuarkusTestResourceLifecycleManager {
    public static final String APPROVER = principal(0);

    /** Asks for MFA, justification, ticket and approval. */
    public static final String STRICT = group(1);

    /** Asks for nothing; eight hours at the most. */
    public static final String LAX = group(2);

    /** Known, and nobody is eligible for it. */
    public static final String NOBODYS = group(3);

    /** Eligible in a hundred years. */
    public static final String LATER = group(4);

    /** Asks for everything that a policy can ask for; {@link #OWNER} owns it. */
    public static final String RULED = group(5);

    /** Asks for nothing; for tests that change that. */
    public static final String CHANGING = group(6);

    /** Nobody holds it beside {@link #PAYING}; nobody is eligible for either. */
    public static final String ORDERING = group(7);

    public static final String PAYING = group(8);

    /** A group whose members approve. */
    public static final String DUTY = group(50);

    /** Not known. */
    public static final String UNKNOWN = group(99);

    private static final int PRINCIPALS = 500;
    private static final AtomicInteger TAKEN = new AtomicInteger();

    /** Of {@link #RULED} and {@link #CHANGING}; eligible for nothing. */
    public static final String OWNER = principal(PRINCIPALS);

    private static Path file;

    /** A principal that is eligible for all but {@link #NOBODYS} and has asked for nothing yet. */
    public static String someone() {
        int next = TAKEN.incrementAndGet();
        if (next >= PRINCIPALS) {
            throw new IllegalStateException("more principals are needed");
        }
        return principal(next);
    }

    /** Where mails to a principal go. */
    public static String addressOf(String principal) {
        int number = Integer.parseInt(principal.substring(principal.lastIndexOf('-') + 1));
        return "p%d@example.org".formatted(number);
    }

    /** The file that the service was started with. */
    public static Path file() {
        return file;
    }

    @Override
    public Map<String, String> start() {
        try {
            file = Files.createTempFile("ephor-test", ".yaml");
            file.toFile().deleteOnExit();
            Files.writeString(file, yaml());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var settings = new HashMap<>(Producers.settings());
        settings.putAll(quiet());
        settings.put("ephor.configuration", file.toString());
        return settings;
    }

    private static Map<String, String> quiet() {
        return Map.of(
                // The embedded broker speaks through the service's log.
                "quarkus.log.category.\"kafka\".level",
                "WARN",
                "quarkus.log.category.\"state.change.logger\".level",
                "WARN");
    }

    @Override
    public void stop() {
        // The file goes with the JVM.
    }

    private static String principal(int number) {
        return "b4a1d5e0-1111-4111-8111-%012d".formatted(number);
    }

    private static String group(int number) {
        return "3f0e7c11-2222-4222-8222-%012d".formatted(number);
    }

    private static String yaml() {
        var yaml = new StringBuilder();
        yaml.append("tenants:\n- id: %s\n  name: example\n".formatted(TestIssuer.TENANT));
        yaml.append("  directories: [{id: entra, kind: entra}]\n");
        yaml.append("  targets: [{id: app1, kind: scim}, {id: app2, kind: scim}]\n");
        yaml.append("  principals:\n");
        for (int i = 0; i <= PRINCIPALS; i++) {
            String name = "p%d@example.org".formatted(i);
            yaml.append(
                    "  - {id: %s, userName: %s, mail: %s}\n".formatted(principal(i), name, name));
        }
        yaml.append(
                "  approverGroups: [{id: %s, displayName: Duty, members: [%s]}]\n"
                        .formatted(DUTY, APPROVER));
        yaml.append("  groups:\n");
        yaml.append(group(STRICT, "App1 Administrators", strict(), "2026-01-01T00:00:00Z", null));
        String lax = "{maximumDuration: PT8H, defaultDuration: PT1H}";
        yaml.append(group(LAX, "App1 Readers", lax, "2026-01-01T00:00:00Z", null));
        yaml.append(group(NOBODYS, "Nobody's", lax, null, null));
        yaml.append(group(LATER, "Later", lax, "2126-01-01T00:00:00Z", null));
        yaml.append(group(RULED, "Ruled", ruled(), null, null));
        yaml.append("    owners: [%s]\n".formatted(OWNER));
        yaml.append(group(CHANGING, "Changing", lax, null, null));
        yaml.append("    owners: [%s]\n".formatted(OWNER));
        String apart = lax.replace("}", ", incompatible: [{group: %s}]}".formatted(PAYING));
        yaml.append(group(ORDERING, "Ordering", apart, null, null));
        yaml.append(group(PAYING, "Paying", lax, null, null));
        return yaml.toString();
    }

    private static String ruled() {
        return """
        {maximumDuration: PT8H, defaultDuration: PT1H, durations: [PT1H, PT4H], clock: request,
              mfa: {acr: "urn:ephor:acr:mfa", context: c2, maximumAge: PT15M},
              justification: {minimum: 17},
              ticket: {system: Helpdesk, pattern: "INC-[0-9]+"},
              approval: {forExtension: false, stages: [
                {panels: [{name: Security, approvers: [%1$s, %2$s], quorum: 2},
                          {name: Finance, approvers: [{group: %3$s}, manager]}],
                 backups: [%4$s], escalatesAfter: PT90M, remindsAfter: PT1H, lapsesAfter: PT30H,
                 mfa: {acr: "urn:ephor:acr:mfa"}, reason: required},
                {approvers: default}]},
              incompatible: [{group: %5$s, reason: Two hats, exception: {approvers: [%1$s], longest: P7D}}],
              conditions: [{attribute: department, oneOf: [Finance, Security]}, {attribute: clearance, atLeast: 3}],
              hours: {zone: Europe/Amsterdam, days: [monday, friday], from: "08:00", until: "18:00"},
              outlivesEligibility: true,
              eligibility: {permanent: false, maximumDuration: P90D, justification: required},
              assignment: {permanent: false, maximumDuration: PT12H, mfa: required, ticket: required},
              notifications: [{rule: Notification_Admin_EndUser_Assignment, level: critical,
                               defaultRecipients: false, recipients: [duty@example.com]}]}"""
                .formatted(APPROVER, principal(1), DUTY, OWNER, STRICT);
    }

    private static String strict() {
        return """
        {maximumDuration: PT8H, defaultDuration: PT1H,
              mfa: {acr: "urn:ephor:acr:mfa", maximumAge: PT15M},
              justification: {minimum: 10},
              ticket: {system: Helpdesk, pattern: "INC-[0-9]+"},
              approval: {approvers: [%s], lapsesAfter: P1D}}"""
                .formatted(APPROVER);
    }

    private static String group(
            String id, String name, String policy, String eligibleFrom, String eligibleUntil) {
        var yaml = new StringBuilder();
        yaml.append("  - id: %s\n    displayName: \"%s\"\n".formatted(id, name));
        yaml.append("    directory: entra\n    targets: [app1, app2]\n");
        yaml.append("    policies:\n      member: %s\n".formatted(policy));
        if (eligibleFrom == null) {
            return yaml.toString();
        }
        yaml.append("    eligibilities:\n");
        String end = eligibleUntil == null ? "" : ", end: " + eligibleUntil;
        for (int i = 0; i < PRINCIPALS; i++) {
            yaml.append(
                    "    - {principal: %s, access: member, start: %s%s}\n"
                            .formatted(principal(i), eligibleFrom, end));
        }
        return yaml.toString();
    }
}
