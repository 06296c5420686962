package dev.ephor.testing.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HouseRulesTest {
    private static final JavaClasses CODE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .withImportOption(location -> !location.contains("/testing/"))
                    .importPackages("dev.ephor");

    private static final JavaClasses PLANTED =
            new ClassFileImporter().importPackages("dev.ephor.testing.house.planted");

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(
                        "domain imports",
                        HouseRules.THE_DOMAIN_IMPORTS_ONLY_JAVA_AND_THE_SHARED_LANGUAGE),
                Arguments.of("domain clock", HouseRules.THE_DOMAIN_ASKS_NO_CLOCK_AND_MAKES_NO_IDS),
                Arguments.of("application", HouseRules.THE_APPLICATION_KNOWS_NO_ADAPTER),
                Arguments.of(
                        "rest and kafka",
                        HouseRules.REST_AND_KAFKA_KNOW_NEITHER_EACH_OTHER_NOR_THE_STORE),
                Arguments.of("store", HouseRules.THE_STORE_KNOWS_NEITHER_REST_NOR_KAFKA),
                Arguments.of("mailing", HouseRules.MAILING_KNOWS_NO_ADAPTER),
                Arguments.of("who knows mailing", HouseRules.ONLY_THE_STORE_KNOWS_MAILING),
                Arguments.of("services", HouseRules.NO_SERVICE_KNOWS_ANOTHER),
                Arguments.of("connectors", HouseRules.NO_SERVICE_NAMES_A_CONNECTOR),
                Arguments.of("who knows faults", HouseRules.NOBODY_KNOWS_THE_FAULTS),
                Arguments.of("referee", HouseRules.THE_REFEREE_KNOWS_NOTHING_OF_EPHOR),
                Arguments.of("names", HouseRules.NAMES_SAY_WHAT_A_THING_IS),
                Arguments.of("null-marked", HouseRules.EVERY_PACKAGE_IS_NULL_MARKED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void the_code_keeps_the_rule(String name, ArchRule rule) {
        rule.check(CODE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void the_rule_finds_its_planted_violation(String name, ArchRule rule) {
        assertThat(rule.evaluate(PLANTED).hasViolation()).isTrue();
    }

    @Test
    void every_service_was_read() {
        assertThat(CODE.stream().map(type -> type.getPackageName().split("\\.")[2]).distinct())
                .contains(
                        "request",
                        "approval",
                        "membership",
                        "provisioning",
                        "audit",
                        "kit",
                        "events",
                        "connector",
                        "faults");
    }
}
