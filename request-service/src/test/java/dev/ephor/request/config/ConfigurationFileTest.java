package dev.ephor.request.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ephor.events.Access;
import dev.ephor.events.CatalogEvent.AdminRules;
import dev.ephor.events.CatalogEvent.DirectoryDefined;
import dev.ephor.events.CatalogEvent.GroupDefined;
import dev.ephor.events.CatalogEvent.PolicyDefined;
import dev.ephor.events.CatalogEvent.PrincipalSeen;
import dev.ephor.events.CatalogEvent.TargetDefined;
import dev.ephor.events.Policy;
import dev.ephor.request.application.Configuration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationFileTest {
    private static final Path EXAMPLE = Path.of("src/test/resources/ephor.yaml");
    private static final String TENANT = "7d1c0a52-0000-4000-8000-00000000a001";
    private static final String USER_A = "b4a1d5e0-1111-4111-8111-000000000101";
    private static final String USER_B = "b4a1d5e0-1111-4111-8111-000000000102";
    private static final String ADMINS = "3f0e7c11-2222-4222-8222-000000000601";
    private static final Policy.StepUp MFA =
            Policy.StepUp.acr("urn:ephor:acr:mfa", Duration.ofMinutes(15));

    @TempDir Path folder;

    private static Configuration read(Path file) {
        return ConfigurationFile.read(file.toString(), ConfigurationFile.text(file));
    }

    /** The faults of the example with one text replaced by another. */
    private List<String> faultsWith(String text, String instead) throws IOException {
        String example = Files.readString(EXAMPLE);
        assertThat(example).contains(text);
        return faultsOf(example.replaceFirst(java.util.regex.Pattern.quote(text), instead));
    }

    private List<String> faultsOf(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("ephor.yaml"), yaml);
        var invalid = catchThrowableOfType(ConfigurationInvalid.class, () -> read(file));
        return invalid == null
                ? List.of()
                : invalid.faults().stream().map(Faults.Fault::toString).toList();
    }

    @Test
    void reads_everything_that_is_configured() {
        // When
        Configuration read = read(EXAMPLE);

        // Then
        assertThat(read.catalog())
                .contains(
                        new DirectoryDefined(
                                TENANT,
                                "entra",
                                "entra",
                                Map.of(
                                        "tenantId",
                                        TENANT,
                                        "clientSecretRef",
                                        "ENTRA_CLIENT_SECRET",
                                        "graphUrl",
                                        "http://127.0.0.1:1/v1.0")),
                        new TargetDefined(
                                TENANT,
                                "app1",
                                "scim",
                                Map.of(
                                        "url",
                                        "http://127.0.0.1:2/scim/v2",
                                        "tokenRef",
                                        "APP1_TOKEN")),
                        new PrincipalSeen(
                                TENANT,
                                USER_A,
                                "user-a@example.org",
                                "User A",
                                "user-a@example.org",
                                "User",
                                "A",
                                null,
                                false,
                                Map.of(),
                                List.of()),
                        new GroupDefined(
                                TENANT,
                                ADMINS,
                                "App1 Administrators",
                                "entra",
                                List.of("app1"),
                                List.of()),
                        new PolicyDefined(
                                TENANT,
                                ADMINS,
                                Access.MEMBER,
                                Policy.upTo(Duration.ofHours(8))
                                        .usually(Duration.ofHours(1))
                                        .stepUp(MFA)
                                        .justification(10)
                                        .ticket(
                                                new Policy.TicketRule(
                                                        "Helpdesk", "INC-[0-9]+", null))
                                        .stages(
                                                List.of(
                                                        Policy.Stage.anyOf(
                                                                List.of(USER_B),
                                                                Duration.ofDays(1),
                                                                MFA,
                                                                true)))
                                        .build(),
                                AdminRules.ELIGIBILITY,
                                AdminRules.ASSIGNMENT,
                                List.of()));
        assertThat(read.catalog()).hasSize(10);
        assertThat(read.eligibilities()).hasSize(3);
        assertThat(read.eligibilities().getLast().end())
                .isEqualTo(Instant.parse("2026-01-02T00:00:00Z"));
    }

    @Test
    void reads_the_example_that_is_shipped() {
        assertThat(read(Path.of("../docker/ephor.yaml")).eligibilities()).isNotEmpty();
    }

    @Test
    void asks_nothing_that_a_policy_leaves_out() {
        // When
        var policy =
                read(EXAMPLE).catalog().stream()
                        .filter(PolicyDefined.class::isInstance)
                        .map(e -> ((PolicyDefined) e).policy())
                        .toList()
                        .getLast();

        // Then
        assertThat(policy).isEqualTo(Policy.upTo(Duration.ofHours(2)).build());
    }

    @Test
    void takes_object_ids_in_capitals_for_the_same() {
        assertThat(read(EXAMPLE).catalog())
                .filteredOn(PrincipalSeen.class::isInstance)
                .extracting(e -> ((PrincipalSeen) e).principal())
                .contains(USER_B);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind: entra, set | kimd: entra, set | line 5: tenants[0].directories[0].kimd is not known; known here: id, kind, settings",
                "userName: user-c@example.org | username: c | line 11: tenants[0].principals[2].username is not known",
                "userName: user-c@example.org | username: c | line 11: tenants[0].principals[2].userName is missing",
                "displayName: App1 Readers | displayName: [a] | line 32: tenants[0].groups[1].displayName has to be text",
                "displayName: App1 Readers | displayName: 17 | line 32: tenants[0].groups[1].displayName has to be text: put it in quotes",
                "displayName: App1 Readers | displayName: | line 32: tenants[0].groups[1].displayName has to be text",
                "name: example | name: ' ' | line 3: tenants[0].name is empty",
                "directory: entra | directory: azure | line 15: tenants[0].groups[0].directory 'azure' is no directory of this tenant; there are: entra",
                "targets: [app1] | targets: [app2] | line 16: tenants[0].groups[0].targets[0] 'app2' is no target of this tenant",
                "targets: [app1] | targets: app1 | line 16: tenants[0].groups[0].targets has to be a list",
                "approvers: [b4a1d5e0-1111-4111-8111-000000000102] | approvers: [nobody] | line 25: tenants[0].groups[0].policies.member.approval.approvers[0] 'nobody' is no principal",
                "approvers: [b4a1d5e0-1111-4111-8111-000000000102] | approvers: [] | line 25: tenants[0].groups[0].policies.member.approval has no approvers",
                "maximumDuration: PT8H | maximumDuration: 8h | line 19: tenants[0].groups[0].policies.member.maximumDuration '8h' is not a duration",
                "maximumDuration: PT8H | maximumDuration: PT0S | line 19: tenants[0].groups[0].policies.member.maximumDuration has to be longer than nothing",
                "maximumDuration: PT8H | maximumDuration: {} | line 19: tenants[0].groups[0].policies.member.maximumDuration has to be a duration",
                "defaultDuration: PT1H | defaultDuration: PT9H | line 20: tenants[0].groups[0].policies.member.defaultDuration is longer than maximumDuration",
                "minimum: 10 | minimum: ten | line 22: tenants[0].groups[0].policies.member.justification.minimum has to be a whole number from 1",
                "minimum: 10 | minimum: 0 | line 22: tenants[0].groups[0].policies.member.justification.minimum has to be a whole number from 1",
                "justification: { minimum: 10 } | justification: 10 | line 22: tenants[0].groups[0].policies.member.justification has to be a map",
                "justification: { minimum: 10 } | justification: {} | line 22: tenants[0].groups[0].policies.member.justification.minimum is missing",
                "pattern: \"INC-[0-9]+\" | pattern: \"INC-(\" | line 23: tenants[0].groups[0].policies.member.ticket.pattern is not a regular expression",
                "lapsesAfter: P1D | lapsesAfter: P1M | line 26: tenants[0].groups[0].policies.member.approval.lapsesAfter 'P1M' is not a duration",
                "reason: required | reason: maybe | line 28: tenants[0].groups[0].policies.member.approval.reason has to be required or optional",
                "mfa: { acr: \"urn:ephor:acr:mfa\" | mfa: { acr: \"two words\" | line 21: tenants[0].groups[0].policies.member.mfa.acr has to be one word",
                "access: member | access: admin | line 30: tenants[0].groups[0].eligibilities[0].access has to be member or owner",
                "access: member | access: owner | line 30: tenants[0].groups[0].eligibilities[0].access has no policy in this group",
                "start: 2026-01-01T00:00:00Z | start: 2026-01-01 | line 30: tenants[0].groups[0].eligibilities[0].start '2026-01-01' is not a time",
                "start: 2026-01-01T00:00:00Z | begin: x | line 30: tenants[0].groups[0].eligibilities[0].start is missing",
                "end: 2126-01-01T00:00:00Z | end: 2025-01-01T00:00:00Z | line 39: tenants[0].groups[1].eligibilities[0].end has to be after the start",
                "000000000103, access | 000000000101, access | line 40: tenants[0].groups[1].eligibilities[1] defines the eligibility of",
                "000000000602 | 000000000601 | line 31: tenants[0].groups[1] defines the group '3f0e7c11-2222-4222-8222-000000000601' again (first in line 13)",
                "id: B4A1D5E0-1111-4111-8111-000000000102 | id: b4a1d5e0-1111-4111-8111-000000000101 | line 10: tenants[0].principals[1] defines the principal",
                "name: example | name: a\\n    name: b | line 4: tenants[0].name is there twice",
                "id: entra | id: en/tra | line 5: tenants[0].directories[0].id has to be an id",
                "member: | members: | line 18: tenants[0].groups[0].policies.members is not known; known here: member, owner",
                "member: | members: | line 18: tenants[0].groups[0].policies has no policy",
                "tenants: | tenants: []\\nothers: | line 2: others is not known; known here: tenants",
                "tenants: | tenants: []\\nothers: | line 1: has no tenants",
            })
    void tells_each_fault_with_its_line(String text, String instead, String fault)
            throws IOException {
        assertThat(faultsWith(text, instead.replace("\\n", "\n")))
                .anySatisfy(found -> assertThat(found).startsWith(fault));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tokenRef: s3cr3t-value",
                "tokenRef: eyJhbGciOiJIUzI1NiJ9.e30.x",
                "token: S3CR3T",
                "apiToken: S3CR3T",
                "clientSecret: S3CR3T",
                "password: S3CR3T",
                "proxy: \"http://user:s3cr3t@127.0.0.1\"",
                "header: \"Bearer s3cr3t\"",
                "other: eyJhbGciOiJIUzI1NiJ9.e30.x",
                "key: \"-----BEGIN PRIVATE KEY----- s3cr3t\""
            })
    void refuses_a_secret_where_its_name_belongs_and_does_not_repeat_it(String setting)
            throws IOException {
        assertThat(faultsWith("tokenRef: APP1_TOKEN", setting))
                .singleElement()
                .satisfies(fault -> assertThat(fault).startsWith("line 7: tenants[0].targets[0]"))
                .satisfies(fault -> assertThat(fault).contains("environment variable"))
                .satisfies(fault -> assertThat(fault).doesNotContainIgnoringCase("s3cr3t", "eyJ"));
    }

    @Test
    void tells_every_fault_at_once_in_the_order_of_the_lines() throws IOException {
        // Given
        String yaml =
                Files.readString(EXAMPLE)
                        .replace("PT8H", "8h")
                        .replace("name: example", "nome: example")
                        .replace("approvers: [b4", "approvers: [x4")
                        .replace("end: 2126", "until: 2126");

        // When
        var faults = faultsOf(yaml);

        // Then
        assertThat(faults).hasSize(5);
        assertThat(faults)
                .extracting(f -> f.substring(0, f.indexOf(' ', 5)))
                .containsExactly("line 2:", "line 3:", "line 19:", "line 25:", "line 39:");
    }

    @Test
    void says_in_one_block_what_is_wrong_and_what_to_do() throws IOException {
        // Given
        Path file = Files.writeString(folder.resolve("ephor.yaml"), "tenants: 1\nx: 2\n");

        // When
        var invalid = catchThrowableOfType(ConfigurationInvalid.class, () -> read(file));

        // Then
        assertThat(invalid.getMessage().lines())
                .containsExactly(
                        "The configuration %s has 3 faults:".formatted(file),
                        "  line 1: tenants has to be a list",
                        "  line 1: has no tenants",
                        "  line 2: x is not known; known here: tenants",
                        "Nothing of it was applied. Repair it and start again.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing\n", "--- \n"})
    void refuses_a_file_without_content(String yaml) throws IOException {
        assertThat(faultsOf(yaml)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'a: [1', line 1: is not YAML",
        "'a: 1\nb: }', line 2: is not YAML",
        "'a: 1\n---\nb: 2', line 2: is not YAML",
        "'[1, 2]', line 1: has to be a map",
        "'tenants: *x', line 1: is not YAML"
    })
    void refuses_what_is_not_a_map_of_yaml(String yaml, String fault) throws IOException {
        assertThat(faultsOf(yaml)).first().asString().startsWith(fault);
    }

    @Test
    void refuses_to_build_a_class_that_the_file_names() throws IOException {
        assertThat(faultsOf("tenants: !!javax.script.ScriptEngineManager []"))
                .singleElement()
                .asString()
                .contains("tag is not allowed");
    }

    @Test
    void refuses_a_file_that_is_not_there() {
        var invalid =
                catchThrowableOfType(
                        ConfigurationInvalid.class, () -> read(folder.resolve("none.yaml")));
        assertThat(invalid).hasMessageContaining("no such file").hasMessageContaining("none.yaml");
    }

    @Test
    void refuses_bytes_that_are_no_text() throws IOException {
        // Given
        Path file =
                Files.write(
                        folder.resolve("ephor.yaml"),
                        "tenants: \u00e9".getBytes(StandardCharsets.ISO_8859_1));

        // When
        var invalid = catchThrowableOfType(ConfigurationInvalid.class, () -> read(file));

        // Then
        assertThat(invalid).hasMessageContaining("UTF-8");
    }

    @Test
    void reads_thousands_of_principals_and_eligibilities() throws IOException {
        // When
        Configuration read = read(Large.file(folder, 5_000));

        // Then
        assertThat(read.eligibilities()).hasSize(5_000);
        assertThat(read.catalog()).hasSize(5_004);
    }
}
