package dev.ephor.events;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * {@code ephor.catalog} (compacted, written by request-service): what is configured. The newest
 * event of a key is the state of that thing; a removal stays as the last word about it. Settings
 * never hold a secret, only the name of one.
 */
public sealed interface CatalogEvent extends Event {
    String tenant();

    /**
     * An organisation under Ephor's care.
     *
     * @param defaultApprovers who approves where a stage names nobody
     * @param admins object ids of those who are told what admins are told
     */
    @EventType("dev.ephor.catalog.tenant.defined.v1")
    record TenantDefined(
            String tenant,
            String displayName,
            List<Policy.Approver> defaultApprovers,
            List<String> admins)
            implements CatalogEvent {
        public TenantDefined {
            defaultApprovers = List.copyOf(defaultApprovers);
            admins = List.copyOf(admins);
        }

        @Override
        public String partitionKey() {
            return "tenant/" + tenant;
        }
    }

    @EventType("dev.ephor.catalog.tenant.removed.v1")
    record TenantRemoved(String tenant) implements CatalogEvent {
        @Override
        public String partitionKey() {
            return "tenant/" + tenant;
        }
    }

    @EventType("dev.ephor.catalog.directory.defined.v1")
    record DirectoryDefined(
            String tenant, String directory, String kind, Map<String, String> settings)
            implements CatalogEvent {
        public DirectoryDefined {
            settings = inOrder(settings);
        }

        @Override
        public String partitionKey() {
            return "directory/" + tenant + "/" + directory;
        }
    }

    @EventType("dev.ephor.catalog.directory.removed.v1")
    record DirectoryRemoved(String tenant, String directory) implements CatalogEvent {
        @Override
        public String partitionKey() {
            return "directory/" + tenant + "/" + directory;
        }
    }

    @EventType("dev.ephor.catalog.target.defined.v1")
    record TargetDefined(String tenant, String target, String kind, Map<String, String> settings)
            implements CatalogEvent {
        public TargetDefined {
            settings = inOrder(settings);
        }

        @Override
        public String partitionKey() {
            return "target/" + tenant + "/" + target;
        }
    }

    @EventType("dev.ephor.catalog.target.removed.v1")
    record TargetRemoved(String tenant, String target) implements CatalogEvent {
        @Override
        public String partitionKey() {
            return "target/" + tenant + "/" + target;
        }
    }

    /**
     * A group under Ephor's care.
     *
     * @param group the directory's object id
     * @param directory the directory that holds it
     * @param targets the targets that are told of its members
     * @param owners object ids of those who administer it, beside the tenant's admins
     * @param drift what is done about members whom Ephor did not give; null: as by default
     */
    @EventType("dev.ephor.catalog.group.defined.v1")
    record GroupDefined(
            String tenant,
            String group,
            String displayName,
            String directory,
            List<String> targets,
            List<String> owners,
            @Nullable DriftPolicy drift)
            implements CatalogEvent {
        public GroupDefined {
            targets = List.copyOf(targets);
            owners = List.copyOf(owners);
        }

        public GroupDefined(
                String tenant,
                String group,
                String displayName,
                String directory,
                List<String> targets,
                List<String> owners) {
            this(tenant, group, displayName, directory, targets, owners, null);
        }

        /** What holds for the group, said or not. */
        public DriftPolicy driftPolicy() {
            return drift == null ? DriftPolicy.DEFAULT : drift;
        }

        @Override
        public String partitionKey() {
            return "group/" + tenant + "/" + group;
        }
    }

    @EventType("dev.ephor.catalog.group.removed.v1")
    record GroupRemoved(String tenant, String group) implements CatalogEvent {
        @Override
        public String partitionKey() {
            return "group/" + tenant + "/" + group;
        }
    }

    /**
     * The rules of one group and access.
     *
     * @param policy under which it is activated
     * @param eligibility under which an admin makes somebody eligible
     * @param assignment under which an admin assigns active access
     * @param notifications what differs from the default: everybody concerned is told of everything
     */
    @EventType("dev.ephor.catalog.policy.defined.v1")
    record PolicyDefined(
            String tenant,
            String group,
            Access access,
            Policy policy,
            AdminRules eligibility,
            AdminRules assignment,
            List<Notification> notifications)
            implements CatalogEvent {
        public PolicyDefined {
            notifications = List.copyOf(notifications);
        }

        @Override
        public String partitionKey() {
            return "policy/" + tenant + "/" + group + "/" + access.wire();
        }
    }

    /**
     * A policy asks less than it did. The change itself is a {@link PolicyDefined}.
     *
     * @param changedBy the admin; {@code ephor} where it is configured so
     * @param weaknesses one sentence for each rule that asks less
     */
    @EventType("dev.ephor.catalog.policy.weakened.v1")
    record PolicyWeakened(
            String tenant,
            String group,
            Access access,
            String changedBy,
            List<String> weaknesses,
            Instant changedAt)
            implements CatalogEvent {
        public PolicyWeakened {
            weaknesses = List.copyOf(weaknesses);
        }

        @Override
        public String partitionKey() {
            return "weakening/" + tenant + "/" + group + "/" + access.wire();
        }
    }

    /**
     * What an admin may assign, and what has to be given for it.
     *
     * @param permanentAllowed whether it may be without end
     * @param maximumDuration the longest otherwise
     */
    record AdminRules(
            boolean permanentAllowed,
            Duration maximumDuration,
            boolean justificationRequired,
            boolean mfaRequired,
            boolean ticketRequired) {
        /** Graph's default of {@code Expiration_Admin_Eligibility}: a year, or without end. */
        public static final AdminRules ELIGIBILITY =
                new AdminRules(true, Duration.ofDays(365), false, false, false);

        /** Graph's defaults of active assignment: half a year, or without end, and why. */
        public static final AdminRules ASSIGNMENT =
                new AdminRules(true, Duration.ofDays(180), true, false, false);
    }

    /**
     * Who is told of something (Graph: the nine notification rules).
     *
     * @param rule Graph's id of the rule, such as {@code Notification_Approver_EndUser_Assignment}
     * @param level what they are told
     * @param defaultRecipients whether those concerned are told at all
     * @param recipients mail addresses of others
     */
    record Notification(
            String rule, Level level, boolean defaultRecipients, List<String> recipients) {
        /** How much of it is told. */
        public enum Level {
            NONE,
            CRITICAL,
            ALL
        }

        public Notification {
            recipients = List.copyOf(recipients);
        }
    }

    @EventType("dev.ephor.catalog.policy.removed.v1")
    record PolicyRemoved(String tenant, String group, Access access) implements CatalogEvent {
        @Override
        public String partitionKey() {
            return "policy/" + tenant + "/" + group + "/" + access.wire();
        }
    }

    /**
     * A group whose members approve. Ephor does not grant it, so it need not be under its care.
     *
     * @param members object ids
     */
    @EventType("dev.ephor.catalog.approver-group.defined.v1")
    record ApproverGroupDefined(
            String tenant, String group, String displayName, List<String> members)
            implements CatalogEvent {
        public ApproverGroupDefined {
            members = List.copyOf(members);
        }

        @Override
        public String partitionKey() {
            return "approver-group/" + tenant + "/" + group;
        }
    }

    @EventType("dev.ephor.catalog.approver-group.removed.v1")
    record ApproverGroupRemoved(String tenant, String group) implements CatalogEvent {
        @Override
        public String partitionKey() {
            return "approver-group/" + tenant + "/" + group;
        }
    }

    /** A system that is asked about tickets. */
    @EventType("dev.ephor.catalog.ticket-system.defined.v1")
    record TicketSystemDefined(
            String tenant, String ticketSystem, String kind, Map<String, String> settings)
            implements CatalogEvent {
        public TicketSystemDefined {
            settings = inOrder(settings);
        }

        @Override
        public String partitionKey() {
            return "ticket-system/" + tenant + "/" + ticketSystem;
        }
    }

    @EventType("dev.ephor.catalog.ticket-system.removed.v1")
    record TicketSystemRemoved(String tenant, String ticketSystem) implements CatalogEvent {
        @Override
        public String partitionKey() {
            return "ticket-system/" + tenant + "/" + ticketSystem;
        }
    }

    /**
     * What is known of a principal, so that targets can create the user, people can read a name and
     * policies can look at more than the id.
     *
     * @param manager the object id of the principal's manager; null: none known
     * @param disabled whether the account may not be used; a disabled approver does not count
     * @param attributes what policies can look at, such as {@code department}
     * @param memberOf object ids of groups that the principal is in for good, without Ephor
     */
    @EventType("dev.ephor.catalog.principal.seen.v1")
    record PrincipalSeen(
            String tenant,
            String principal,
            @Nullable String userName,
            @Nullable String displayName,
            @Nullable String mail,
            @Nullable String givenName,
            @Nullable String familyName,
            @Nullable String manager,
            boolean disabled,
            Map<String, String> attributes,
            List<String> memberOf)
            implements CatalogEvent {
        public PrincipalSeen {
            attributes = inOrder(attributes);
            memberOf = List.copyOf(memberOf);
        }

        @Override
        public String partitionKey() {
            return "principal/" + tenant + "/" + principal;
        }
    }

    @EventType("dev.ephor.catalog.principal.removed.v1")
    record PrincipalRemoved(String tenant, String principal) implements CatalogEvent {
        @Override
        public String partitionKey() {
            return "principal/" + tenant + "/" + principal;
        }
    }

    /** By name, so that the same settings are the same bytes whichever process says them. */
    private static Map<String, String> inOrder(Map<String, String> settings) {
        return Collections.unmodifiableMap(new TreeMap<>(settings));
    }
}
